-- A duplicate points at a document that is none itself, so that every story is counted once.
select
    copies.document_id,
    copies.duplicate_of
from documents as copies
inner join documents as originals on copies.duplicate_of = originals.document_id
where originals.duplicate_of is not null or copies.document_id = copies.duplicate_of;
