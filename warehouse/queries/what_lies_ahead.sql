-- What is announced for days after the newest document?
with newest as (
    select max(published_at) as day
    from documents
)

select
    timeline.date_from,
    timeline.date_to,
    timeline.headline,
    timeline.actors,
    timeline.place,
    timeline.document_id
from timeline
cross join newest
where timeline.status = 'planned' and timeline.date_to > newest.day
order by timeline.date_from, timeline.date_to, timeline.event_id;
