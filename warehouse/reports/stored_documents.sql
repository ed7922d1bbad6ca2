select
    document_id,
    source_uri,
    source_name,
    url,
    title,
    text,
    language,
    published_at,
    published_at_ts,
    published_at_origin,
    published_at_note,
    agency,
    dateline_place,
    content_hash,
    duplicate_of
from documents
where $ids::varchar[] is null or document_id in (select unnest($ids::varchar[]))
order by document_id;
