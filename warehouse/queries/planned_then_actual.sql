-- What was announced first and reported as done later, by whatever outlet?
-- The same kind of event on overlapping days with a party in common; a candidate, for a person to confirm.
select distinct
    plans.date_from as planned_from,
    plans.date_to as planned_to,
    plans.headline as announcement,
    plans.published_at as announced,
    facts.date_from as happened_from,
    facts.headline as report,
    facts.published_at as reported,
    plans.event_id as planned_event_id,
    facts.event_id as actual_event_id
from timeline as plans
inner join timeline as facts
    on
        plans.event_type = facts.event_type
        and facts.date_from <= plans.date_to
        and facts.date_to >= plans.date_from
        and facts.published_at > plans.published_at
inner join parties as planners on plans.event_id = planners.event_id
inner join parties as doers on facts.event_id = doers.event_id and planners.name = doers.name
where plans.status = 'planned' and facts.status = 'actual' and plans.grain not in ('year', 'decade', 'century')
order by announced, planned_from, planned_event_id, actual_event_id;
