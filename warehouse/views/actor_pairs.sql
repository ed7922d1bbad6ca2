create or replace view actor_pairs as
select
    actors.name as actor,
    targets.name as target,
    timeline.event_type,
    count(distinct timeline.event_id) as events,
    min(timeline.date_from) as first_date,
    max(timeline.date_to) as last_date
from timeline
inner join parties as actors on actors.event_id = timeline.event_id and actors.role = 'actor'
inner join parties as targets on targets.event_id = timeline.event_id and targets.role = 'target'
where actors.name != targets.name
group by actors.name, targets.name, timeline.event_type
order by events desc, actor, target, timeline.event_type;

comment on view actor_pairs is 'Grain: an actor, a target and a type of event: who does what to or with whom, how often.';
comment on column actor_pairs.actor is 'Who does it: name of the entity, else the phrase of the text.';
comment on column actor_pairs.target is 'Whom it is done to or with.';
comment on column actor_pairs.event_type is 'One of the 16 PLOVER classes, or OTHER.';
comment on column actor_pairs.events is 'How many event mentions.';
comment on column actor_pairs.first_date is 'First day of the earliest one.';
comment on column actor_pairs.last_date is 'Last day of the latest one.';
