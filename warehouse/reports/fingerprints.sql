select
    fingerprints.document_id,
    documents.published_at,
    fingerprints.exact,
    fingerprints.digest,
    fingerprints.numbers
from fingerprints
inner join documents using (document_id)
order by fingerprints.document_id;
