create or replace macro events_about(name) as table (
    with wanted as (
        select nullif(fold_arabic(name), '') as folded
    ),

    mentions as (
        select
            event_participants.event_id,
            fold_arabic(event_participants.surface) as folded
        from event_participants
        union all
        select
            event_participants.event_id,
            fold_arabic(entities.name_ar) as folded
        from event_participants
        inner join entities using (entity_id)
        union all
        select
            event_participants.event_id,
            fold_arabic(entities.name_en) as folded
        from event_participants
        inner join entities using (entity_id)
    ),

    matching as (
        select distinct mentions.event_id
        from mentions
        cross join wanted
        where contains(' ' || mentions.folded || ' ', ' ' || wanted.folded || ' ')
    )

    select timeline.*
    from timeline
    semi join matching using (event_id)
    order by
        timeline.date_from, timeline.date_to, timeline.document_id, timeline.sentence_index, timeline.event_id
);

comment on macro table events_about is
'The timeline rows with an actor or target of that name; hamza, ta marbuta, diacritics and the article do not matter. In an attached file: use it first.';
