-- How far back do documents look? The events that lie longest before the document that tells them.
select
    published_at - date_to as days_before,
    date_from,
    date_to,
    headline,
    document_id,
    published_at
from timeline
where published_at > date_to
order by days_before desc, event_id
limit 20;
