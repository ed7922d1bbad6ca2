select
    events.event_id,
    events.headline,
    events.event_type,
    events.status,
    events.dating,
    events.date_from,
    events.date_to,
    events.grain,
    events.rule_id,
    documents.document_id,
    documents.source_uri,
    documents.source_name,
    documents.title,
    documents.url,
    documents.published_at,
    documents.published_at_origin,
    documents.published_at_note,
    documents.duplicate_of
from events
inner join documents using (document_id)
where events.event_id = $event_id;
