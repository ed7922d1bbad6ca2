-- What the run rejected for the first time.
select
    source_uri,
    record,
    reason,
    detail
from quarantine
where run_id = $run_id
order by source_uri, record nulls first, reason, detail;
