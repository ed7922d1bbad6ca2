insert into staged_paragraphs by name
select * exclude (source_name) replace (parse_dirpath(shard) as shard)
from read_parquet($paths::varchar[], filename = 'shard');
