create or replace view timeline_by_day as
select
    date_from as day,
    count(*) as events,
    count(distinct document_id) as documents,
    list(distinct event_type order by event_type) as event_types,
    list(headline order by document_id, event_id) as headlines
from timeline
where date_from = date_to
group by date_from
order by date_from;

comment on view timeline_by_day is 'Grain: one day that has events dated to the day; coarser events are left out.';
comment on column timeline_by_day.day is 'The day.';
comment on column timeline_by_day.events is 'How many event mentions it has.';
comment on column timeline_by_day.documents is 'How many documents tell them.';
comment on column timeline_by_day.event_types is 'Their types.';
comment on column timeline_by_day.headlines is 'Their headlines.';
