-- A warehouse of an older schema lacks the columns that came later: they are NULL.
with stored as (
    select
        null::varchar as published_at_note,
        null::varchar as text_note
    where false
    union all by name
    select *
    from documents
    where $ids::varchar[] is null or document_id in (select unnest($ids::varchar[]))
)

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
    duplicate_of,
    text_note
from stored
order by document_id;
