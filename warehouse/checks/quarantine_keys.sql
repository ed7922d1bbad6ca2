-- A rejected input stands in the quarantine once.
select
    source_uri,
    record,
    reason,
    detail,
    count(*) as rows
from quarantine
group by source_uri, record, reason, detail
having count(*) > 1;
