-- Counted, and never inserted: their text was not handed over.
insert into staged_documents by name
select * replace (parse_dirpath(shard) as shard)
from read_parquet($paths::varchar[], filename = 'shard');
