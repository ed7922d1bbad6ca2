-- A source that was read again keeps only what is still wrong with it, with the day when that was first seen.
-- The source of a record is its file: `news.jsonl#7` is record 7 of `news.jsonl`.
delete from quarantine
where
    source_uri in (
        select source_uri from ranked where not stored
        union
        select regexp_replace(source_uri, '#[0-9]+$', '') from ranked where not stored
        union
        select source_uri from rejected
    )
    and not exists (
        select 1
        from rejected
        where
            rejected.source_uri = quarantine.source_uri
            and rejected.record is not distinct from quarantine.record
            and rejected.reason = quarantine.reason
            and rejected.detail is not distinct from quarantine.detail
    );

insert into quarantine by name
select distinct
    rejected.source_uri,
    rejected.record,
    rejected.reason,
    rejected.detail,
    $run_id as run_id,
    $seen_at::timestamp as seen_at
from rejected
where not exists (
    select 1
    from quarantine
    where
        rejected.source_uri = quarantine.source_uri
        and rejected.record is not distinct from quarantine.record
        and rejected.reason = quarantine.reason
        and rejected.detail is not distinct from quarantine.detail
);
