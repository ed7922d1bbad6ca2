-- A time expression and a trigger lie inside the sentence that they name.
with spans as (
    select document_id, sentence_index, time_expression_id as key, char_start, char_end
    from time_expressions
    semi join checked_documents using (document_id)
    union all
    select document_id, sentence_index, event_id as key, trigger_start, trigger_end
    from events
    semi join checked_documents using (document_id)
)

select
    spans.*,
    sentences.char_start as sentence_start,
    sentences.char_end as sentence_end
from spans
inner join sentences using (document_id, sentence_index)
where spans.char_start < sentences.char_start or spans.char_end > sentences.char_end;
