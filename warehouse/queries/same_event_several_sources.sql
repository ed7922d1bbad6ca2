-- Which days have events of one type with one actor in several documents, that is, which reports may tell the same event?
with named as (
    select
        event_participants.event_id,
        coalesce(event_participants.entity_id, fold_arabic(event_participants.surface)) as actor
    from event_participants
    where event_participants.role = 'actor'
)

select
    timeline.date_from,
    timeline.event_type,
    named.actor,
    count(distinct timeline.document_id) as documents,
    list(distinct timeline.headline order by timeline.headline) as headlines
from timeline
inner join named using (event_id)
where timeline.date_from = timeline.date_to
group by timeline.date_from, timeline.event_type, named.actor
having count(distinct timeline.document_id) > 1
order by documents desc, timeline.date_from, timeline.event_type, named.actor;
