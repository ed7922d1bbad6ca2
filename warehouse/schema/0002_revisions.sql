-- What a changed document's rows were: a correction in the source must not rewrite what was known before it.
create table revisions (
    document_id varchar not null,
    run_id varchar not null,
    replaced_at timestamp not null,
    reason varchar not null,
    old_run_id varchar not null,
    content_hash varchar not null,
    extractor_version varchar not null,
    title varchar,
    published_at date,
    text varchar,
    time_expressions json not null,
    events json not null
);
comment on table revisions is 'Grain: one replacement of a document by a run. Key: document_id, run_id. Forgotten documents leave none.';
comment on column revisions.document_id is 'The document.';
comment on column revisions.run_id is 'The run that replaced its rows.';
comment on column revisions.replaced_at is 'When that run began, UTC.';
comment on column revisions.reason is 'replaced: its text or metadata changed; rederived: code, lexicon or rules did.';
comment on column revisions.old_run_id is 'The run that had written the rows.';
comment on column revisions.content_hash is 'Hash of text and metadata before.';
comment on column revisions.extractor_version is 'Version of the code, lexicon and rules that had derived the rows.';
comment on column revisions.title is 'Title before.';
comment on column revisions.published_at is 'Date of the document before.';
comment on column revisions.text is 'Text before; NULL where the document was only derived again.';
comment on column revisions.time_expressions is 'Its rows of time_expressions before, as a JSON array in the order of the text.';
comment on column revisions.events is 'Its rows of events before, participants included, as a JSON array in the order of the text.';
