-- Every offset leads back to its words: substr(text, start + 1, end - start) = surface.
-- (The texts of the changed documents first: joined the other way round, all texts of the warehouse would be read.)
with texts as materialized (
    select
        document_id,
        text
    from documents
    semi join checked_documents using (document_id)
),

spans as (
    select 'sentences' as span, document_id, sentence_index::varchar as key, char_start, char_end, text as surface
    from sentences
    semi join checked_documents using (document_id)
    union all
    select 'time_expressions' as span, document_id, time_expression_id as key, char_start, char_end, surface
    from time_expressions
    semi join checked_documents using (document_id)
    union all
    select 'events.trigger' as span, document_id, event_id as key, trigger_start, trigger_end, trigger
    from events
    semi join checked_documents using (document_id)
    union all
    select 'events.place' as span, document_id, event_id as key, place_start, place_end, place
    from events
    semi join checked_documents using (document_id)
    where place is not null or place_start is not null or place_end is not null
    union all
    select 'events.attribution' as span, document_id, event_id as key, attribution_start, attribution_end, attribution
    from events
    semi join checked_documents using (document_id)
    where attribution is not null or attribution_start is not null or attribution_end is not null
    union all
    select 'event_participants' as span, document_id, event_id as key, char_start, char_end, surface
    from event_participants
    semi join checked_documents using (document_id)
)

select
    spans.*,
    substr(texts.text, spans.char_start + 1, spans.char_end - spans.char_start) as found
from spans
inner join texts using (document_id)
where
    coalesce(spans.char_start, -1) < 0
    or coalesce(spans.char_end, -1) <= coalesce(spans.char_start, -1)
    or substr(texts.text, spans.char_start + 1, spans.char_end - spans.char_start) is distinct from spans.surface;
