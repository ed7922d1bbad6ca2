create or replace view sources as
with dated as (
    select
        document_id,
        count(*) as events
    from timeline
    group by document_id
)

select
    documents.source_name,
    count(*) as documents,
    count(*) filter (where documents.duplicate_of is not null) as duplicates,
    count(*) filter (where documents.published_at is null) as undated_documents,
    min(documents.published_at) as first_published,
    max(documents.published_at) as last_published,
    cast(coalesce(sum(dated.events), 0) as bigint) as dated_events
from documents
left join dated using (document_id)
group by documents.source_name
order by documents desc, documents.source_name nulls last;

comment on view sources is 'Grain: an outlet (NULL: documents that name none).';
comment on column sources.source_name is 'The outlet.';
comment on column sources.documents is 'How many documents it has.';
comment on column sources.duplicates is 'How many of them repeat another document.';
comment on column sources.undated_documents is 'How many have no date.';
comment on column sources.first_published is 'Earliest date of a document.';
comment on column sources.last_published is 'Latest date of a document.';
comment on column sources.dated_events is 'How many events the timeline has of it.';
