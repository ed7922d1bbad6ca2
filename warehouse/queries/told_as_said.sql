-- Which events does a document tell only as somebody's words, and whose?
select
    attribution,
    count(*) as events,
    list(headline order by date_from, event_id) as headlines
from timeline
where attribution is not null
group by attribution
order by events desc, attribution;
