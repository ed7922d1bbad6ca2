-- Between which two parties did conflict grow, quarter by quarter?
-- Mentions of conflictual events that happened, either way round; `more` counts against the pair's quarter before.
with clashes as (
    select distinct
        timeline.event_id,
        least(actors.name, targets.name) as one,
        greatest(actors.name, targets.name) as other,
        date_trunc('quarter', timeline.date_from)::date as quarter
    from timeline
    inner join parties as actors on timeline.event_id = actors.event_id and actors.role = 'actor'
    inner join parties as targets on timeline.event_id = targets.event_id and targets.role = 'target'
    where
        timeline.status = 'actual'
        and timeline.event_type in (
            'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'
        )
        and actors.name != targets.name
),

quarters as (
    select
        one,
        other,
        quarter,
        count(*) as events
    from clashes
    group by one, other, quarter
)

select
    one,
    other,
    quarter,
    events,
    events - coalesce(lag(events) over pair, 0) as more
from quarters
window pair as (partition by one, other order by quarter)
order by more desc, events desc, quarter desc, one, other
limit 20;
