-- Every reference finds its row.
with dangling as (
    select 'sentences.document_id' as reference, document_id as key
    from sentences
    semi join checked_documents using (document_id)
    anti join documents using (document_id)
    union all
    select 'time_expressions.sentence_index' as reference, time_expression_id as key
    from time_expressions
    semi join checked_documents using (document_id)
    anti join sentences using (document_id, sentence_index)
    union all
    select 'events.sentence_index' as reference, event_id as key
    from events
    semi join checked_documents using (document_id)
    anti join sentences using (document_id, sentence_index)
    union all
    select 'events.time_expression_id' as reference, event_id as key
    from events
    semi join checked_documents using (document_id)
    anti join time_expressions using (document_id, time_expression_id)
    where events.time_expression_id is not null
    union all
    select 'events.time_expression_end_id' as reference, event_id as key
    from events
    semi join checked_documents using (document_id)
    anti join time_expressions
        on
            events.document_id = time_expressions.document_id
            and events.time_expression_end_id = time_expressions.time_expression_id
    where events.time_expression_end_id is not null
    union all
    select 'events.context_time_expression_id' as reference, event_id as key
    from events
    semi join checked_documents using (document_id)
    anti join time_expressions
        on
            events.document_id = time_expressions.document_id
            and events.context_time_expression_id = time_expressions.time_expression_id
    where events.context_time_expression_id is not null
    union all
    select 'events.place_entity_id' as reference, event_id as key
    from events
    semi join checked_documents using (document_id)
    anti join entities on events.place_entity_id = entities.entity_id
    where events.place_entity_id is not null
    union all
    select 'event_participants.event_id' as reference, event_id as key
    from event_participants
    semi join checked_documents using (document_id)
    anti join events using (document_id, event_id)
    union all
    select 'event_participants.entity_id' as reference, event_id as key
    from event_participants
    semi join checked_documents using (document_id)
    anti join entities using (entity_id)
    where event_participants.entity_id is not null
    union all
    select 'fingerprints.document_id' as reference, document_id as key
    from fingerprints
    anti join documents using (document_id)
    union all
    select 'paragraphs.document_id' as reference, document_id as key
    from paragraphs
    anti join documents using (document_id)
    union all
    select 'documents.duplicate_of' as reference, copies.document_id as key
    from documents as copies
    anti join documents as originals on copies.duplicate_of = originals.document_id
    where copies.duplicate_of is not null
    union all
    select 'documents.run_id' as reference, document_id as key
    from documents
    semi join checked_documents using (document_id)
    anti join runs using (run_id)
)

select *
from dangling;
