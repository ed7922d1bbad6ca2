-- Documents that this run only found to be copies, or copies no more.
update documents
set
    duplicate_of = decided.duplicate_of,
    run_id = $run_id
from (
    select
        touched.document_id,
        decided_duplicates.duplicate_of
    from touched
    anti join changed using (document_id)
    left join decided_duplicates using (document_id)
) as decided
where
    documents.document_id = decided.document_id
    and documents.duplicate_of is distinct from decided.duplicate_of;

insert into checked_documents
select document_id
from touched
anti join changed using (document_id);
