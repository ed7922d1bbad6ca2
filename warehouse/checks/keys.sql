-- Every key names one row.
with repeated as (
    select
        'sentences' as table_name,
        document_id || ' ' || sentence_index as key
    from sentences
    semi join checked_documents using (document_id)
    group by key
    having count(*) > 1
    union all
    select
        'time_expressions' as table_name,
        time_expression_id as key
    from time_expressions
    where time_expression_id in (select time_expression_id from time_expressions semi join checked_documents using (document_id))
    group by key
    having count(*) > 1
    union all
    select
        'events' as table_name,
        event_id as key
    from events
    where event_id in (select event_id from events semi join checked_documents using (document_id))
    group by key
    having count(*) > 1
    union all
    select
        'event_participants' as table_name,
        event_id || ' ' || role || ' ' || position as key
    from event_participants
    semi join checked_documents using (document_id)
    group by key
    having count(*) > 1
    union all
    select
        'fingerprints' as table_name,
        document_id as key
    from fingerprints
    semi join checked_documents using (document_id)
    group by key
    having count(*) > 1
    union all
    select
        'paragraphs' as table_name,
        document_id || ' ' || paragraph_index as key
    from paragraphs
    semi join checked_documents using (document_id)
    group by document_id, paragraph_index
    having count(*) > 1
    union all
    select
        'revisions' as table_name,
        document_id || ' ' || run_id as key
    from revisions
    semi join checked_documents using (document_id)
    group by key
    having count(*) > 1
)

select *
from repeated;
