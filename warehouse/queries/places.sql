-- Where do events happen? Places with coordinates can be put on a map.
select
    coalesce(entities.name_ar, events.place) as place,
    entities.country,
    entities.latitude,
    entities.longitude,
    count(*) as events,
    min(events.date_from) as first_date,
    max(events.date_to) as last_date
from events
semi join timeline using (event_id)
left join entities on events.place_entity_id = entities.entity_id
where events.place is not null
group by all
order by events desc, place;
