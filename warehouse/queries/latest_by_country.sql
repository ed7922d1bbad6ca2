-- What happened last in or with each country?
-- A country is the place's or a party's; the three latest events that happened, of each.
with in_countries as (
    select
        events.event_id,
        entities.country
    from events
    inner join entities on events.place_entity_id = entities.entity_id
    union
    select
        event_participants.event_id,
        entities.country
    from event_participants
    inner join entities using (entity_id)
)

select
    in_countries.country,
    timeline.date_from,
    timeline.date_to,
    timeline.event_type,
    timeline.headline,
    timeline.source_name,
    timeline.event_id
from timeline
inner join in_countries using (event_id)
where in_countries.country is not null and timeline.status = 'actual'
qualify
    row_number() over (
        partition by in_countries.country
        order by timeline.date_from desc, timeline.date_to desc, timeline.event_id
    ) <= 3
order by in_countries.country, timeline.date_from desc, timeline.date_to desc, timeline.event_id;
