-- Holds the checks to the whole warehouse instead of one run's changes: to documents that only other tables still name too.
create temp table checked_documents as
select document_id from documents
union
select document_id from sentences
union
select document_id from time_expressions
union
select document_id from events
union
select document_id from event_participants
union
select document_id from fingerprints
union
select document_id from paragraphs
union
select document_id from revisions;

create temp table checked_runs as
select run_id from runs;

create temp table checked_entities as
select entity_id from entities;
