-- Only an entity that the run took a reference from can have lost its last one; what the new rows refer to is none.
delete from checked_entities
where entity_id in (
    select entity_id
    from event_participants
    semi join checked_documents using (document_id)
    where entity_id is not null
    union
    select place_entity_id
    from events
    semi join checked_documents using (document_id)
    where place_entity_id is not null
);

delete from entities
where entity_id in (
    with referred as (
        select entity_id
        from event_participants
        semi join checked_entities using (entity_id)
        union
        select place_entity_id
        from events
        semi join checked_entities on events.place_entity_id = checked_entities.entity_id
    )

    select entity_id
    from checked_entities
    anti join referred using (entity_id)
);
