select event_id
from events
where starts_with(event_id, $prefix)
order by event_id
limit 6;
