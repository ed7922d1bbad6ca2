-- Holds the checks to the whole warehouse instead of one run's changes.
create temp table checked_documents as
select document_id from documents;

create temp table checked_runs as
select run_id from runs;
