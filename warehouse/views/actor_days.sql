create or replace view actor_days as
select
    parties.name as actor,
    parties.entity_id,
    parties.country,
    timeline.date_from,
    timeline.date_to,
    count(distinct timeline.event_id) as events,
    list(distinct timeline.event_type order by timeline.event_type) as event_types
from timeline
inner join parties using (event_id)
where parties.role = 'actor'
group by parties.name, parties.entity_id, parties.country, timeline.date_from, timeline.date_to
order by parties.name, parties.entity_id, timeline.date_from, timeline.date_to;

comment on view actor_days is
'Grain: an actor and an interval. An actor that was linked to an entity goes by its name, any other by the phrase as it stands.';
comment on column actor_days.actor is 'Name of the entity, else the phrase of the text.';
comment on column actor_days.entity_id is 'The entity; NULL where the phrase was not linked.';
comment on column actor_days.country is 'Country of the entity (ISO 3166-1 alpha-3).';
comment on column actor_days.date_from is 'First day of the interval.';
comment on column actor_days.date_to is 'Last day of the interval, inclusive.';
comment on column actor_days.events is 'How many event mentions the actor has then.';
comment on column actor_days.event_types is 'Their types.';
