-- The contract's tables. Keys of the large tables are held by checks: DuckDB 2.0 refuses a delete and an insert of the
-- same parent in one transaction under a foreign key, and primary keys of three million 17-character ids took the file
-- from 52 to 184 MB and every copy of it with it.

create table schema_migrations (
    version integer primary key,
    name varchar not null,
    applied_at timestamp not null
);
comment on table schema_migrations is 'Grain: one applied step of the schema, in order.';
comment on column schema_migrations.version is 'Number of the step; the highest one is the version of this file.';
comment on column schema_migrations.name is 'File of the step.';
comment on column schema_migrations.applied_at is 'When it was applied, UTC.';

create table runs (
    run_id varchar primary key,
    started_at timestamp not null,
    finished_at timestamp not null,
    status varchar not null,
    parameters json not null,
    counts json not null,
    code_version varchar not null
);
comment on table runs is 'Grain: one run that published. Failed runs are in the log beside the file.';
comment on column runs.run_id is 'Key of the run.';
comment on column runs.started_at is 'When the run began, UTC.';
comment on column runs.finished_at is 'When its state had passed all checks, UTC.';
comment on column runs.status is 'published; forgotten where a person had a document removed.';
comment on column runs.parameters is 'What the run was asked to do, as JSON.';
comment on column runs.counts is 'Documents read, loaded, unchanged, replaced, quarantined, rederived; time expressions and events of this run.';
comment on column runs.code_version is 'Version of the code that ran.';

create table documents (
    document_id varchar primary key,
    source_uri varchar not null,
    source_name varchar,
    url varchar,
    title varchar,
    text varchar not null,
    language varchar,
    published_at date,
    published_at_ts varchar,
    published_at_origin varchar,
    agency varchar,
    dateline_place varchar,
    content_hash varchar not null,
    duplicate_of varchar,
    extractor_version varchar not null,
    run_id varchar not null
);
comment on table documents is 'Grain: one article.';
comment on column documents.document_id is 'The given id, else the path of the source relative to the root of the run.';
comment on column documents.source_uri is 'Where the article was read.';
comment on column documents.source_name is 'The outlet, where known.';
comment on column documents.url is 'Address of the article, where known.';
comment on column documents.title is 'Title that the source gives, where it gives one.';
comment on column documents.text is 'Decoded source, unchanged; every offset counts code points in it, half-open.';
comment on column documents.language is 'Language of the text (ISO 639-1).';
comment on column documents.published_at is 'The date of the document (DCT); NULL where unknown.';
comment on column documents.published_at_ts is 'The timestamp as written, in its own zone.';
comment on column documents.published_at_origin is 'Where the date was read: record, page, url, filename, dateline, given.';
comment on column documents.agency is 'News agency of the dateline.';
comment on column documents.dateline_place is 'Place of the dateline, as written.';
comment on column documents.content_hash is 'BLAKE2b of text and metadata, the date of the document included; decides what is new, changed, unchanged.';
comment on column documents.duplicate_of is 'The document that this one repeats; its events are left out of the timeline.';
comment on column documents.extractor_version is 'Version of the code, lexicon and rules that derived its rows.';
comment on column documents.run_id is 'The run of its last change.';

create table sentences (
    document_id varchar not null,
    sentence_index integer not null,
    paragraph_index integer not null,
    kind varchar not null,
    char_start integer not null,
    char_end integer not null,
    text varchar not null
);
comment on table sentences is 'Grain: one sentence. Key: document_id, sentence_index.';
comment on column sentences.document_id is 'The document.';
comment on column sentences.sentence_index is 'Position among the sentences of the document, from 0.';
comment on column sentences.paragraph_index is 'Position of its line among the lines of text, from 0.';
comment on column sentences.kind is 'headline, subheading, body, boilerplate, duplicate; nothing is mined from the last two.';
comment on column sentences.char_start is 'First code point in documents.text.';
comment on column sentences.char_end is 'Code point after the last one.';
comment on column sentences.text is 'The sentence as it stands.';

create table time_expressions (
    time_expression_id varchar not null,
    document_id varchar not null,
    sentence_index integer not null,
    char_start integer not null,
    char_end integer not null,
    surface varchar not null,
    timex_type varchar not null,
    timex_value varchar not null,
    timex_mod varchar,
    date_from date,
    date_to date,
    grain varchar,
    calendar varchar not null,
    anchoring varchar not null,
    note varchar,
    rule_id varchar not null,
    range_end boolean not null
);
comment on table time_expressions is 'Grain: one TIMEX3. Key: time_expression_id.';
comment on column time_expressions.time_expression_id is 'Key, the same on every machine.';
comment on column time_expressions.document_id is 'The document.';
comment on column time_expressions.sentence_index is 'The sentence in it.';
comment on column time_expressions.char_start is 'First code point in documents.text.';
comment on column time_expressions.char_end is 'Code point after the last one.';
comment on column time_expressions.surface is 'The expression as it stands.';
comment on column time_expressions.timex_type is 'DATE, TIME, DURATION, SET.';
comment on column time_expressions.timex_value is 'TIMEX3 value; X for what the words leave open, UNRESOLVED where they give nothing.';
comment on column time_expressions.timex_mod is 'TIMEX3 modifier: START, MID, END, APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS, BEFORE, AFTER.';
comment on column time_expressions.date_from is 'First Gregorian day of the interval; NULL where it has none.';
comment on column time_expressions.date_to is 'Last Gregorian day of the interval, inclusive.';
comment on column time_expressions.grain is 'time, day, weekend, week, month, quarter, season, half, year, decade, century.';
comment on column time_expressions.calendar is 'Calendar in which it is written: gregorian, hijri.';
comment on column time_expressions.anchoring is 'What the value rests on: explicit, publication, context, unresolved.';
comment on column time_expressions.note is 'What a reader should know of its resolution.';
comment on column time_expressions.rule_id is 'The rule that made it.';
comment on column time_expressions.range_end is 'Whether it is the second end of a range that the expression before it opens.';

create table events (
    event_id varchar not null,
    document_id varchar not null,
    sentence_index integer not null,
    time_expression_id varchar,
    time_expression_end_id varchar,
    context_time_expression_id varchar,
    dating varchar not null,
    date_from date,
    date_to date,
    grain varchar,
    trigger varchar not null,
    trigger_start integer not null,
    trigger_end integer not null,
    event_type varchar not null,
    status varchar not null,
    place varchar,
    place_start integer,
    place_end integer,
    place_entity_id varchar,
    attribution varchar,
    attribution_start integer,
    attribution_end integer,
    headline varchar not null,
    rule_id varchar not null
);
comment on table events is 'Grain: one event mention. Key: event_id.';
comment on column events.event_id is 'Key, the same on every machine.';
comment on column events.document_id is 'The document.';
comment on column events.sentence_index is 'The sentence in it.';
comment on column events.time_expression_id is 'The expression that dates it; only with dating = expression.';
comment on column events.time_expression_end_id is 'The second end, where a range dates it.';
comment on column events.context_time_expression_id is 'The expression whose date runs on over its sentence; only with dating = context.';
comment on column events.dating is 'What the date rests on: expression, context, publication, none.';
comment on column events.date_from is 'First day of the interval.';
comment on column events.date_to is 'Last day of the interval, inclusive.';
comment on column events.grain is 'How fine the date is; NULL where dating is publication or none.';
comment on column events.trigger is 'The word that names the event, as it stands.';
comment on column events.trigger_start is 'First code point of the trigger in documents.text.';
comment on column events.trigger_end is 'Code point after its last one.';
comment on column events.event_type is 'One of the 16 PLOVER classes, or OTHER.';
comment on column events.status is 'actual, planned, negated, hypothetical.';
comment on column events.place is 'Where it happens, as the text says it.';
comment on column events.place_start is 'First code point of the place in documents.text.';
comment on column events.place_end is 'Code point after its last one.';
comment on column events.place_entity_id is 'The place in the table entities; NULL rather than a guess.';
comment on column events.attribution is 'Who says so, where the text reports it as said.';
comment on column events.attribution_start is 'First code point of the attribution in documents.text.';
comment on column events.attribution_end is 'Code point after its last one.';
comment on column events.headline is 'One line that names the event, of the words of the text.';
comment on column events.rule_id is 'The rules that made it.';

create table event_participants (
    event_id varchar not null,
    document_id varchar not null,
    role varchar not null,
    position integer not null,
    surface varchar not null,
    char_start integer not null,
    char_end integer not null,
    entity_id varchar
);
comment on table event_participants is 'Grain: one participant of an event. Key: event_id, role, position.';
comment on column event_participants.event_id is 'The event.';
comment on column event_participants.document_id is 'The document of the event.';
comment on column event_participants.role is 'actor: who does it; target: whom it is done to or with.';
comment on column event_participants.position is 'Order within the role.';
comment on column event_participants.surface is 'The phrase as it stands.';
comment on column event_participants.char_start is 'First code point in documents.text.';
comment on column event_participants.char_end is 'Code point after the last one.';
comment on column event_participants.entity_id is 'Whom the phrase names, in the table entities; NULL rather than a guess.';

create table entities (
    entity_id varchar primary key,
    name_ar varchar not null,
    name_en varchar,
    kind varchar not null,
    country varchar,
    latitude double,
    longitude double
);
comment on table entities is 'Grain: one person, organisation, country, place or office that an event refers to.';
comment on column entities.entity_id is 'Key of the gazetteer.';
comment on column entities.name_ar is 'Name in Arabic.';
comment on column entities.name_en is 'Name in English, where known.';
comment on column entities.kind is 'What it is: person, organisation, country, place, office and the like.';
comment on column entities.country is 'Country (ISO 3166-1 alpha-3).';
comment on column entities.latitude is 'Degrees north.';
comment on column entities.longitude is 'Degrees east.';

create table quarantine (
    source_uri varchar not null,
    record bigint,
    reason varchar not null,
    detail varchar,
    run_id varchar not null,
    seen_at timestamp not null
);
comment on table quarantine is 'Grain: one rejected input. Key: source_uri, record, reason, detail.';
comment on column quarantine.source_uri is 'The file or record that could not be used.';
comment on column quarantine.record is 'Number of the record in its file; NULL where the whole file is meant.';
comment on column quarantine.reason is 'empty, undecodable, not_arabic, too_large, malformed_record, unsupported_format, unreadable, duplicate_id.';
comment on column quarantine.detail is 'What exactly was wrong.';
comment on column quarantine.run_id is 'The run that first saw it.';
comment on column quarantine.seen_at is 'When it was first seen, UTC.';
