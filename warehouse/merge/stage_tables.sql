-- What the shards bring, kept apart by shard: the same document may stand in two of them.
create temp table stored_shards as
select unnest($stored::varchar[]) as shard;

create temp table staged_documents as
select * exclude (extractor_version, run_id), null::varchar as shard from documents limit 0;

create temp table staged_quarantine as
select * exclude (run_id, seen_at), null::varchar as shard from quarantine limit 0;

create temp table staged_sentences as
select *, null::varchar as shard from sentences limit 0;

create temp table staged_time_expressions as
select *, null::varchar as shard from time_expressions limit 0;

create temp table staged_events as
select *, null::varchar as shard from events limit 0;

create temp table staged_event_participants as
select *, null::varchar as shard from event_participants limit 0;

create temp table staged_fingerprints as
select *, null::varchar as shard from fingerprints limit 0;

create temp table staged_paragraphs as
select * exclude (recurs), null::varchar as shard from paragraphs limit 0;

create temp table staged_entities as
select *, null::varchar as shard from entities limit 0;
