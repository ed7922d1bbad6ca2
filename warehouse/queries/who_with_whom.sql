-- Which pairs of parties have the most dealings, and since when?
select
    actor,
    target,
    sum(events)::bigint as events,
    list(event_type order by events desc, event_type) as event_types,
    min(first_date) as first_date,
    max(last_date) as last_date
from actor_pairs
group by actor, target
order by events desc, actor, target
limit 20;
