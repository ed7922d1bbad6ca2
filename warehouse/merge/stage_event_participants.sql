insert into staged_event_participants by name
select * replace (parse_dirpath(shard) as shard)
from read_parquet($paths::varchar[], filename = 'shard');
