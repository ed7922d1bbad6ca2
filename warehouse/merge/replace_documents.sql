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
