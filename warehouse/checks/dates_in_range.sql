-- Dates lie where news can speak of them: years 1 to 2999, and documents from the first newspapers on.
with dates as (
    select 'documents' as table_name, document_id as key, published_at as day, 1600 as first_year
    from documents
    semi join checked_documents using (document_id)
    union all
    select 'time_expressions' as table_name, time_expression_id as key, unnest([date_from, date_to]) as day, 1 as first_year
    from time_expressions
    semi join checked_documents using (document_id)
    union all
    select 'events' as table_name, event_id as key, unnest([date_from, date_to]) as day, 1 as first_year
    from events
    semi join checked_documents using (document_id)
)

select *
from dates
where not isfinite(day) or year(day) < first_year or year(day) > 2999;
