-- The rows of one frame, each with the folder of the shard that brings it.
create temp macro brought(paths) as table
select * replace (parse_dirpath(shard) as shard)
from read_parquet(paths, filename = 'shard');

-- What the shards bring, kept apart by shard: the same document may stand in two of them. Of documents only what decides
-- between them is held; their texts, and what was derived of them, go from the shards' files into the tables.
create temp table stored_shards as
select unnest($stored::varchar[]) as shard;

create temp table staged_documents as
select
    document_id,
    source_uri,
    content_hash,
    null::varchar as text_digest,
    null::varchar as shard
from documents
limit 0;

create temp table staged_quarantine as
select * exclude (run_id, seen_at), null::varchar as shard from quarantine limit 0;
