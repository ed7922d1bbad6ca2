-- An entity is there because an event refers to it.
select entity_id
from entities
where
    entity_id not in (select entity_id from event_participants where entity_id is not null)
    and entity_id not in (select place_entity_id from events where place_entity_id is not null);
