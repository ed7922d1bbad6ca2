-- An interval has both ends or none, in order; a day is one day; a length or a recurrence has none.
with intervals as (
    select 'time_expressions' as table_name, time_expression_id as key, date_from, date_to, grain, timex_type
    from time_expressions
    semi join checked_documents using (document_id)
    union all
    select 'events' as table_name, event_id as key, date_from, date_to, null as grain, null as timex_type
    from events
    semi join checked_documents using (document_id)
)

select *
from intervals
where
    (date_from is null) != (date_to is null)
    or date_from > date_to
    or (grain in ('day', 'time') and date_from != date_to)
    or (timex_type in ('DURATION', 'SET') and date_from is not null);
