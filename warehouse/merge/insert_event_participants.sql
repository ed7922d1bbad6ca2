insert into event_participants by name
select brought.* exclude (shard)
from brought($paths::varchar[]) as brought
semi join changed using (document_id, shard);
