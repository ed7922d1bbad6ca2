-- What does each outlet cover: how many articles and events a month, and of which kind most?
with kinds as (
    select
        source_name,
        date_trunc('month', published_at)::date as month,
        count(distinct document_id) as documents_with_events,
        count(*) as events,
        mode(event_type order by event_type) filter (where event_type != 'OTHER') as commonest_type
    from timeline
    group by all
),

articles as (
    select
        source_name,
        date_trunc('month', published_at)::date as month,
        count(*) as documents
    from documents
    where duplicate_of is null
    group by all
)

select
    articles.source_name,
    articles.month,
    articles.documents,
    coalesce(kinds.documents_with_events, 0) as documents_with_events,
    coalesce(kinds.events, 0) as events,
    kinds.commonest_type
from articles
left join kinds
    on
        articles.source_name is not distinct from kinds.source_name
        and articles.month is not distinct from kinds.month
order by articles.source_name nulls last, articles.month nulls last;
