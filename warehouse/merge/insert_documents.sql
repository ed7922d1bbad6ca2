insert into documents by name
select
    brought.* exclude (shard, duplicate_of),
    case when $decided then decided_duplicates.duplicate_of else brought.duplicate_of end as duplicate_of,
    $extractor_version as extractor_version,
    changed.run_id
from brought($paths::varchar[]) as brought
inner join changed using (document_id, shard)
left join decided_duplicates using (document_id);
