-- A duplicate points at a document that is none itself, so that every story is counted once.
-- (Looked at from both sides: the copies that the run changed, and the copies of what it changed.)
with pointing as (
    select
        document_id,
        duplicate_of
    from documents
    where
        duplicate_of is not null
        and (
            document_id in (select document_id from checked_documents)
            or duplicate_of in (select document_id from checked_documents)
        )
)

select
    pointing.document_id,
    pointing.duplicate_of
from pointing
inner join documents as originals on pointing.duplicate_of = originals.document_id
where originals.duplicate_of is not null or pointing.document_id = pointing.duplicate_of;
