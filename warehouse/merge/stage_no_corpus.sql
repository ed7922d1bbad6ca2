-- Nothing was decided over all documents: what was decided before stands.
create temp table decided_duplicates as
select
    null::varchar as document_id,
    null::varchar as duplicate_of
limit 0;

create temp table decided_recurring as
select
    null::varchar as document_id,
    null::integer as paragraph_index
limit 0;

create temp table touched as
select null::varchar as document_id
limit 0;
