-- Nothing is taken from boilerplate, of which are the paragraphs that recur, or from the repeats of a headline.
with mined as (
    select document_id, sentence_index, time_expression_id as key
    from time_expressions
    semi join checked_documents using (document_id)
    union all
    select document_id, sentence_index, event_id as key
    from events
    semi join checked_documents using (document_id)
)

select
    mined.*,
    sentences.kind
from mined
inner join sentences using (document_id, sentence_index)
where sentences.kind in ('boilerplate', 'duplicate');
