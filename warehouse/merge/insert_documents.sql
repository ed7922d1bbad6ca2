insert into documents by name
select
    brought.* exclude (shard, duplicate_of),
    case when $decided then decided_duplicates.duplicate_of else brought.duplicate_of end as duplicate_of,
    $extractor_version as extractor_version,
    changed.run_id
from (
    select * replace (parse_dirpath(shard) as shard)
    from read_parquet($paths::varchar[], filename = 'shard')
) as brought
inner join changed using (document_id, shard)
left join decided_duplicates using (document_id);
