with actions as (
    select
        count(*) filter (where not stored) + (select count(*) from repeated_ids) + (select count(*) from staged_quarantine)
        + $repeated as read,
        count(*) filter (where action = 'loaded') as loaded,
        count(*) filter (where not stored and action in ('unchanged', 'rederived'))
        + (select count(*) from repeated_ids where same_text) + $repeated as unchanged,
        count(*) filter (where action = 'replaced') as replaced,
        (select count(*) from rejected) as quarantined,
        count(*) filter (where action = 'rederived')
        + (select count(*) from touched anti join changed using (document_id)) as rederived
    from decisions
),

derived as (
    select
        (select count(*) from time_expressions semi join changed using (document_id)) as time_expressions,
        (select count(*) from events semi join changed using (document_id)) as events
)

select *
from actions
cross join derived;
