-- Every document has its sentences: none was stored without having been mined.
select document_id
from documents
semi join checked_documents using (document_id)
anti join sentences using (document_id);
