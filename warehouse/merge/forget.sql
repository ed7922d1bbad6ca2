create temp table checked_documents as
select document_id
from documents
where duplicate_of = $document_id;

update documents
set duplicate_of = null
where duplicate_of = $document_id;

delete from event_participants
where document_id = $document_id;

delete from events
where document_id = $document_id;

delete from time_expressions
where document_id = $document_id;

delete from fingerprints
where document_id = $document_id;

delete from paragraphs
where document_id = $document_id;

delete from sentences
where document_id = $document_id;

delete from revisions
where document_id = $document_id;

delete from documents
where document_id = $document_id;

create temp table checked_runs as
select $run_id as run_id;
