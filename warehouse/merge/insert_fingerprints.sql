insert into fingerprints by name
select brought.* exclude (shard, published_at)
from brought($paths::varchar[]) as brought
semi join changed using (document_id, shard);
