-- What a run adds to the end of the timeline; events to come stand with the rest.
select
    case when date_from = date_to then date_from::varchar else date_from || '..' || date_to end as days,
    headline,
    event_type,
    status,
    source_name
from timeline
order by date_from desc, date_to desc, document_id, event_id
limit $number;
