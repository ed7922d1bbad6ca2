-- Which time expressions stay open, and would the date of their document have helped?
select
    time_expressions.surface,
    time_expressions.timex_value,
    documents.published_at is null as document_is_undated,
    count(*) as expressions
from time_expressions
inner join documents using (document_id)
where time_expressions.anchoring = 'unresolved'
group by time_expressions.surface, time_expressions.timex_value, document_is_undated
order by expressions desc, time_expressions.surface, time_expressions.timex_value;
