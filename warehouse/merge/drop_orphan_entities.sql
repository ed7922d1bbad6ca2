delete from entities
where entity_id not in (
    select entity_id
    from event_participants
    where entity_id is not null
    union
    select place_entity_id
    from events
    where place_entity_id is not null
);
