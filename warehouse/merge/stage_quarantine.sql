insert into staged_quarantine by name
select *
from brought($paths::varchar[]);
