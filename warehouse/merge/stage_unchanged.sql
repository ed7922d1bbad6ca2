-- Counted, and never inserted: their text was not handed over.
insert into staged_documents by name
select *
from brought($paths::varchar[]);
