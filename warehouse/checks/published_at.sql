-- The date of a document and where it was read come together.
select
    document_id,
    published_at,
    published_at_origin
from documents
semi join checked_documents using (document_id)
where (published_at is null) != (published_at_origin is null);
