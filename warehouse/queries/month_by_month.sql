-- How many dated events does each month have, and how many of them are plans?
select
    date_trunc('month', date_from)::date as month,
    count(*) as events,
    count(*) filter (where status = 'planned') as planned
from timeline
where grain in ('time', 'day', 'weekend', 'week', 'month')
group by month
order by month;
