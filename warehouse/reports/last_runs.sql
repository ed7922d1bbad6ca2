select
    run_id,
    started_at,
    finished_at,
    status,
    counts,
    code_version
from runs
order by started_at desc, run_id desc
limit $number;
