insert into time_expressions by name
select brought.* exclude (shard)
from brought($paths::varchar[]) as brought
semi join changed using (document_id, shard);
