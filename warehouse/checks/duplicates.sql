-- A duplicate points at a document that is none itself, so that every story is counted once.
select
    checked_copies.document_id,
    checked_copies.duplicate_of
from checked_copies
inner join documents as originals on checked_copies.duplicate_of = originals.document_id
where originals.duplicate_of is not null or checked_copies.document_id = checked_copies.duplicate_of;
