insert into time_expressions by name
select brought.* exclude (shard)
from (
    select * replace (parse_dirpath(shard) as shard)
    from read_parquet($paths::varchar[], filename = 'shard')
) as brought
semi join changed using (document_id, shard);
