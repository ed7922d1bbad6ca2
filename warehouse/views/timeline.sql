create or replace view timeline as
with participants as (
    select
        event_id,
        list(surface order by position) filter (where role = 'actor') as actors,
        list(surface order by position) filter (where role = 'target') as targets
    from event_participants
    group by event_id
)

select
    events.date_from,
    events.date_to,
    events.grain,
    events.headline,
    events.event_type,
    events.status,
    coalesce(participants.actors, []::varchar[]) as actors,
    coalesce(participants.targets, []::varchar[]) as targets,
    events.place,
    sentences.text as sentence,
    events.document_id,
    documents.source_name,
    documents.published_at,
    events.event_id,
    events.dating,
    events.trigger,
    events.attribution,
    events.sentence_index,
    documents.title,
    documents.url
from events
inner join documents using (document_id)
inner join sentences using (document_id, sentence_index)
left join participants using (event_id)
where
    events.date_from is not null
    and events.dating in ('expression', 'context')
    and documents.duplicate_of is null
-- A Hijri day and the Gregorian one beside it date one event twice.
qualify
    row_number() over (
        partition by events.document_id, events.trigger_start, events.date_from, events.date_to
        order by events.dating desc, events.event_id
    ) = 1
order by events.date_from, events.date_to, events.document_id, events.trigger_start, events.event_id;

comment on view timeline is
'Grain: one dated event mention, in date order. Events of duplicates and events with no more than the date of their document are left out; an event that two expressions give the same days appears once.';
comment on column timeline.date_from is 'First day of the interval.';
comment on column timeline.date_to is 'Last day of the interval, inclusive.';
comment on column timeline.grain is 'How fine the date is: time, day, weekend, week, month, quarter, season, half, year, decade, century.';
comment on column timeline.headline is 'One line that names the event, of the words of the text.';
comment on column timeline.event_type is 'One of the 16 PLOVER classes, or OTHER.';
comment on column timeline.status is 'actual, planned, negated, hypothetical.';
comment on column timeline.actors is 'Who does it: phrases as they stand; an empty list where the text names nobody.';
comment on column timeline.targets is 'Whom it is done to or with.';
comment on column timeline.place is 'Where it happens, as the text says it.';
comment on column timeline.sentence is 'The sentence that tells it.';
comment on column timeline.document_id is 'The document.';
comment on column timeline.source_name is 'The outlet, where known.';
comment on column timeline.published_at is 'The date of the document (DCT).';
comment on column timeline.event_id is 'Key of the event; hawliyat explain takes it.';
comment on column timeline.dating is 'What the date rests on: expression, context.';
comment on column timeline.trigger is 'The word that names the event.';
comment on column timeline.attribution is 'Who says so, where the text reports it as said.';
comment on column timeline.sentence_index is 'Position of the sentence in the document.';
comment on column timeline.title is 'Title that the source gives.';
comment on column timeline.url is 'Address of the article.';
