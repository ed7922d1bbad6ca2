delete from event_participants
where document_id in (select document_id from changed where action != 'loaded');

delete from events
where document_id in (select document_id from changed where action != 'loaded');

delete from time_expressions
where document_id in (select document_id from changed where action != 'loaded');

delete from sentences
where document_id in (select document_id from changed where action != 'loaded');

delete from fingerprints
where document_id in (select document_id from changed where action != 'loaded');

delete from paragraphs
where document_id in (select document_id from changed where action != 'loaded');

delete from documents
where document_id in (select document_id from changed where action != 'loaded');

insert into documents by name
select
    staged_documents.* exclude (shard, duplicate_of),
    case when $decided then decided_duplicates.duplicate_of else staged_documents.duplicate_of end as duplicate_of,
    $extractor_version as extractor_version,
    changed.run_id
from staged_documents
inner join changed using (document_id, shard)
left join decided_duplicates using (document_id);

insert into fingerprints by name
select staged_fingerprints.* exclude (shard)
from staged_fingerprints
semi join changed using (document_id, shard);

insert into paragraphs by name
select
    staged_paragraphs.* exclude (shard),
    decided_recurring.document_id is not null as recurs
from staged_paragraphs
semi join changed using (document_id, shard)
left join decided_recurring using (document_id, paragraph_index);

insert into sentences by name
select staged_sentences.* exclude (shard)
from staged_sentences
semi join changed using (document_id, shard);

insert into time_expressions by name
select staged_time_expressions.* exclude (shard)
from staged_time_expressions
semi join changed using (document_id, shard);

insert into events by name
select staged_events.* exclude (shard)
from staged_events
semi join changed using (document_id, shard);

insert into event_participants by name
select staged_event_participants.* exclude (shard)
from staged_event_participants
semi join changed using (document_id, shard);
