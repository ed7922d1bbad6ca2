-- What a run counts adds up: read = loaded + unchanged + replaced + quarantined.
select
    run_id,
    counts
from runs
semi join checked_runs using (run_id)
where
    (counts ->> 'read')::bigint
    != (counts ->> 'loaded')::bigint
    + (counts ->> 'unchanged')::bigint
    + (counts ->> 'replaced')::bigint
    + (counts ->> 'quarantined')::bigint;
