-- An entity is there because an event refers to it.
with doubtful as (
    select entity_id
    from entities
    semi join checked_entities using (entity_id)
),

referred as (
    select entity_id
    from event_participants
    semi join doubtful using (entity_id)
    union
    select place_entity_id
    from events
    semi join doubtful on events.place_entity_id = doubtful.entity_id
)

select entity_id
from doubtful
anti join referred using (entity_id);
