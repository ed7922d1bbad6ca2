-- Which documents have no date, and how many relative expressions wait for one?
select
    documents.document_id,
    documents.source_name,
    count(time_expressions.time_expression_id) as waiting
from documents
left join time_expressions
    on documents.document_id = time_expressions.document_id and time_expressions.anchoring = 'unresolved'
where documents.published_at is null
group by documents.document_id, documents.source_name
order by waiting desc, documents.document_id;
