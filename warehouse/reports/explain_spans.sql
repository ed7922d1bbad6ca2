-- Everything that the event was made of, as spans of its document.
with event as (
    select *
    from events
    where event_id = $event_id
),

spans as (
    select
        1 as place,
        0 as position,
        'trigger' as part,
        trigger as surface,
        trigger_start as char_start,
        trigger_end as char_end,
        null as entity_id
    from event
    union all
    select 3, position, role, surface, char_start, char_end, entity_id
    from event_participants
    where event_id = $event_id
    union all
    select 4, 0, 'place', place, place_start, place_end, place_entity_id
    from event
    where place_start is not null
    union all
    select 5, 0, 'attribution', attribution, attribution_start, attribution_end, null
    from event
    where attribution_start is not null
)

select
    spans.part,
    spans.surface,
    spans.char_start,
    spans.char_end,
    spans.entity_id,
    entities.name_ar,
    entities.name_en
from spans
left join entities using (entity_id)
order by spans.place, spans.part, spans.position;
