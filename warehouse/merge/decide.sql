-- One shard wins each document, whatever the order of the shards: what was read before what was stored, then the first
-- source. Then its hash against the stored one decides what is new, changed, unchanged.
create temp table ranked as
select
    staged_documents.document_id,
    staged_documents.shard,
    staged_documents.source_uri,
    staged_documents.content_hash,
    staged_documents.rowid as staged_row,
    stored_shards.shard is not null as stored,
    row_number() over (
        partition by staged_documents.document_id
        order by
            stored_shards.shard is not null,
            staged_documents.source_uri,
            staged_documents.content_hash,
            staged_documents.shard
    ) as place
from staged_documents
left join stored_shards on staged_documents.shard = stored_shards.shard;

-- A document that was read unchanged may have been derived again from the warehouse too, the corpus having changed around it.
create temp table decisions as
with derived_again as (
    select
        document_id,
        min(shard) as shard
    from ranked
    where stored
    group by document_id
)

select
    ranked.document_id,
    case
        when not $reprocess and documents.content_hash = ranked.content_hash then coalesce(derived_again.shard, ranked.shard)
        else ranked.shard
    end as shard,
    ranked.stored,
    documents.run_id as old_run_id,
    documents.extractor_version as old_extractor_version,
    case
        when documents.document_id is null then 'loaded'
        when documents.content_hash != ranked.content_hash then 'replaced'
        when derived_again.shard is not null or $reprocess then 'rederived'
        else 'unchanged'
    end as action
from ranked
left join documents using (document_id)
left join derived_again using (document_id)
where ranked.place = 1 and (not ranked.stored or documents.document_id is not null);

-- Where a text was not handed over, it is the stored one.
create temp table repeated_ids as
with read_more_than_once as (
    select
        ranked.document_id,
        ranked.source_uri,
        ranked.stored,
        ranked.place,
        coalesce(staged_documents.text_digest, md5(documents.text)) as text_digest
    from ranked
    inner join staged_documents on ranked.staged_row = staged_documents.rowid
    left join documents on ranked.document_id = documents.document_id
    where ranked.document_id in (select document_id from ranked where place > 1)
)

select
    repeated.source_uri,
    repeated.document_id,
    kept.source_uri as kept_source_uri,
    repeated.text_digest = kept.text_digest as same_text
from read_more_than_once as repeated
inner join read_more_than_once as kept on repeated.document_id = kept.document_id and kept.place = 1
where repeated.place > 1 and not repeated.stored;

create temp table rejected as
select
    source_uri,
    record,
    reason,
    detail
from staged_quarantine
union all
select
    source_uri,
    null as record,
    'duplicate_id' as reason,
    'the id ' || document_id || ' is taken by ' || kept_source_uri as detail
from repeated_ids
where not same_text;

create temp table changed as
select
    document_id,
    shard,
    action,
    case
        when
            action = 'rederived'
            and old_extractor_version = $extractor_version
            and document_id not in (select document_id from touched)
            then old_run_id
        else $run_id
    end as run_id
from decisions
where action != 'unchanged';

create temp table checked_documents as
select document_id from changed;

-- What may be an orphan afterwards: an entity that the rows to be replaced refer to.
create temp table checked_entities as
with replaced as (
    select document_id
    from changed
    where action != 'loaded'
)

select entity_id
from event_participants
semi join replaced using (document_id)
where entity_id is not null
union
select place_entity_id
from events
semi join replaced using (document_id)
where place_entity_id is not null;

create temp table checked_runs as
select $run_id as run_id;
