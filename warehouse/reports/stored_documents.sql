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
    agency,
    dateline_place,
    content_hash,
    duplicate_of
from documents
order by document_id;
