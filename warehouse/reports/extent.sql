select
    count(*) as events,
    min(date_from) as first_day,
    max(date_to) as last_day,
    (select count(*) from documents) as documents
from timeline;
