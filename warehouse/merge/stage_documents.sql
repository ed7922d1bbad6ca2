insert into staged_documents by name
select
    document_id,
    source_uri,
    content_hash,
    md5(text) as text_digest,
    parse_dirpath(shard) as shard
from read_parquet($paths::varchar[], filename = 'shard');
