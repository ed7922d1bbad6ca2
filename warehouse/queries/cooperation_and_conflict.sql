-- How do cooperative and conflictual events stand to each other, year by year?
select
    year(date_from) as year,
    count(*) filter (
        where event_type in ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT')
    ) as cooperation,
    count(*) filter (
        where event_type in (
            'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'
        )
    ) as conflict,
    count(*) filter (where event_type = 'OTHER') as other
from timeline
where status = 'actual'
group by year
order by year;
