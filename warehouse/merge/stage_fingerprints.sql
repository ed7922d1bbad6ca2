insert into staged_fingerprints by name
select * exclude (published_at) replace (parse_dirpath(shard) as shard)
from read_parquet($paths::varchar[], filename = 'shard');
