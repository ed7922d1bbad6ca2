select *
from timeline
where
    ($first_day::date is null or date_to >= $first_day::date)
    and ($last_day::date is null or date_from <= $last_day::date)
    and ($event_type::varchar is null or event_type = $event_type)
    and ($actor::varchar is null or event_id in (select event_id from events_about($actor)))
order by date_from, date_to, document_id, sentence_index, event_id;
