select
    (select count(*) from documents) as documents,
    (select count(*) from documents where published_at is null) as undated_documents,
    (select count(*) from documents where duplicate_of is not null) as duplicates,
    (select count(*) from sentences) as sentences,
    (select count(*) from time_expressions) as time_expressions,
    (select count(*) from events) as events,
    (select count(*) from timeline) as timeline_rows,
    (select count(*) from entities) as entities,
    (select count(*) from quarantine) as quarantined,
    (select max(version) from schema_migrations) as schema_version;
