-- Sentences are numbered from 0 in the order of the text and do not overlap.
with ordered as (
    select
        document_id,
        sentence_index,
        char_start,
        row_number() over (partition by document_id order by char_start, sentence_index) - 1 as place,
        lag(char_end) over (partition by document_id order by char_start, sentence_index) as end_before
    from sentences
    semi join checked_documents using (document_id)
)

select *
from ordered
where sentence_index != place or char_start < end_before;
