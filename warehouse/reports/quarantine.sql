select
    source_uri,
    record,
    reason,
    detail,
    run_id,
    seen_at
from quarantine
where $reason::varchar is null or reason = $reason
order by seen_at desc, source_uri, record nulls first, reason, detail;
