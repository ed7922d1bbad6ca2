select
    sentences.sentence_index,
    sentences.kind,
    sentences.char_start,
    sentences.char_end,
    sentences.text,
    sentences.sentence_index = events.sentence_index as is_own
from sentences
inner join events using (document_id)
where events.event_id = $event_id
order by sentences.sentence_index;
