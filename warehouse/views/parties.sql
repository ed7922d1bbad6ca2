create or replace view parties as
select
    event_participants.event_id,
    event_participants.role,
    event_participants.position,
    coalesce(entities.name_ar, event_participants.surface) as name,
    event_participants.entity_id,
    entities.kind,
    entities.country
from event_participants
left join entities using (entity_id);

comment on view parties is
'Grain: a participant of an event, dated or not. One that was linked to an entity goes by its name, any other by the phrase as it stands.';
comment on column parties.event_id is 'The event.';
comment on column parties.role is 'actor: who does it; target: whom it is done to or with.';
comment on column parties.position is 'Order within the role.';
comment on column parties.name is 'Name of the entity, else the phrase of the text.';
comment on column parties.entity_id is 'The entity; NULL where the phrase was not linked.';
comment on column parties.kind is 'What the entity is: person, organisation, country, place, office.';
comment on column parties.country is 'Country of the entity (ISO 3166-1 alpha-3).';
