insert into fingerprints by name
select brought.* exclude (shard, published_at)
from (
    select * replace (parse_dirpath(shard) as shard)
    from read_parquet($paths::varchar[], filename = 'shard')
) as brought
semi join changed using (document_id, shard);
