insert into paragraphs by name
select
    brought.* exclude (shard, source_name),
    decided_recurring.document_id is not null as recurs
from (
    select * replace (parse_dirpath(shard) as shard)
    from read_parquet($paths::varchar[], filename = 'shard')
) as brought
semi join changed using (document_id, shard)
left join decided_recurring using (document_id, paragraph_index);
