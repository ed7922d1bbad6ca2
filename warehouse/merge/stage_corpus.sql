-- What was decided over all documents, those of this run and those that the warehouse has; which of the latter it touches.
create temp table decided_duplicates as
select
    document_id,
    duplicate_of
from read_parquet($duplicates);

create temp table decided_recurring as
select
    document_id,
    paragraph_index
from read_parquet($recurring);

create temp table touched as
with marked as (
    select
        document_id,
        paragraph_index
    from paragraphs
    where recurs
)

select document_id
from (select * from marked except select * from decided_recurring)
semi join documents using (document_id)
union
select document_id
from (select * from decided_recurring except select * from marked)
semi join documents using (document_id)
union
select documents.document_id
from documents
left join decided_duplicates using (document_id)
where documents.duplicate_of is distinct from decided_duplicates.duplicate_of;
