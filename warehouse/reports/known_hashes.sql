select
    document_id,
    content_hash,
    extractor_version
from documents;
