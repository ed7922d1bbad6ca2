-- Derived again by the version that had derived it, a document keeps its run and is no revision.
insert into revisions by name
with revised as (
    select
        document_id,
        action
    from changed
    where action = 'replaced' or (action = 'rederived' and run_id = $run_id)
),

old_expressions as (
    select
        time_expressions.document_id,
        list(time_expressions order by time_expressions.char_start, time_expressions.time_expression_id) as rows
    from time_expressions
    semi join revised using (document_id)
    group by time_expressions.document_id
),

old_participants as (
    select
        event_participants.event_id,
        list(event_participants order by event_participants.role, event_participants.position) as participants
    from event_participants
    semi join revised using (document_id)
    group by event_participants.event_id
),

participated as (
    select
        events.*,
        old_participants.participants
    from events
    semi join revised using (document_id)
    left join old_participants using (event_id)
),

old_events as (
    select
        participated.document_id,
        list(participated order by participated.trigger_start, participated.event_id) as rows
    from participated
    group by participated.document_id
)

select
    documents.document_id,
    $run_id as run_id,
    $replaced_at::timestamp as replaced_at,
    revised.action as reason,
    documents.run_id as old_run_id,
    documents.content_hash,
    documents.extractor_version,
    documents.title,
    documents.published_at,
    case when revised.action = 'replaced' then documents.text end as text,
    coalesce(to_json(old_expressions.rows), '[]'::json) as time_expressions,
    coalesce(to_json(old_events.rows), '[]'::json) as events
from documents
inner join revised using (document_id)
left join old_expressions using (document_id)
left join old_events using (document_id)
order by documents.document_id;
