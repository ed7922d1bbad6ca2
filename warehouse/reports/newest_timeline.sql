-- What a run adds to the end of the timeline; events to come stand with the rest.
select
    date_from,
    date_to,
    headline,
    event_type,
    source_name
from timeline
order by date_from desc, date_to desc, document_id, event_id
limit $number;
