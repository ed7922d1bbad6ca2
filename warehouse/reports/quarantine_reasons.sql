select
    reason,
    count(*) as inputs
from quarantine
group by reason
order by inputs desc, reason;
