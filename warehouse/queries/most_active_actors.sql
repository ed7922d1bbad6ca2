-- Who acts most, and in what ways?
select
    actor,
    country,
    sum(events)::bigint as events,
    list_sort(list_distinct(flatten(list(event_types)))) as event_types
from actor_days
group by actor, country
order by events desc, actor
limit 20;
