-- Documents that repeat another, looked at from both sides: the copies that the run changed, and the copies of what it changed.
create or replace temp view checked_copies as
select
    document_id,
    duplicate_of
from documents
where
    duplicate_of is not null
    and (
        document_id in (select document_id from checked_documents)
        or duplicate_of in (select document_id from checked_documents)
    );
