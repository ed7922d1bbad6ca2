insert into staged_documents by name
select
    document_id,
    source_uri,
    content_hash,
    md5(text) as text_digest,
    shard
from brought($paths::varchar[]);
