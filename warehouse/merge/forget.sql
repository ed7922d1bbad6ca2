-- With the document itself, so that the checks find what was left of it.
create temp table checked_documents as
select document_id
from documents
where duplicate_of = $document_id or document_id = $document_id;

create temp table checked_entities as
select entity_id
from event_participants
where document_id = $document_id and entity_id is not null
union
select place_entity_id
from events
where document_id = $document_id and place_entity_id is not null;

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
