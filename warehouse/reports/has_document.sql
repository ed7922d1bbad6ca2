select document_id
from documents
where document_id = $document_id;
