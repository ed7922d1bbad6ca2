-- What the run rejected for the first time: the first rows, each with the number of all.
select
    source_uri,
    record,
    reason,
    detail,
    count(*) over () as rejected
from quarantine
where run_id = $run_id
order by source_uri, record nulls first, reason, detail
limit $number;
