insert into paragraphs by name
select
    brought.* exclude (shard, source_name),
    decided_recurring.document_id is not null as recurs
from brought($paths::varchar[]) as brought
semi join changed using (document_id, shard)
left join decided_recurring using (document_id, paragraph_index);
