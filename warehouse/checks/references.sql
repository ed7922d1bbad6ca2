-- Every reference finds its row: those of what the run changed, and those to what it took away.
with dropped as (
    select entity_id
    from checked_entities
    anti join entities using (entity_id)
),

-- Of the same documents on both sides, else the keys of the whole table would be read.
mined as (
    select
        document_id,
        time_expression_id
    from time_expressions
    semi join checked_documents using (document_id)
),

told as (
    select
        document_id,
        event_id
    from events
    semi join checked_documents using (document_id)
),

dangling as (
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
    anti join mined using (document_id, time_expression_id)
    where events.time_expression_id is not null
    union all
    select 'events.time_expression_end_id' as reference, event_id as key
    from events
    semi join checked_documents using (document_id)
    anti join mined
        on
            events.document_id = mined.document_id
            and events.time_expression_end_id = mined.time_expression_id
    where events.time_expression_end_id is not null
    union all
    select 'events.context_time_expression_id' as reference, event_id as key
    from events
    semi join checked_documents using (document_id)
    anti join mined
        on
            events.document_id = mined.document_id
            and events.context_time_expression_id = mined.time_expression_id
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
    anti join told using (document_id, event_id)
    union all
    select 'event_participants.entity_id' as reference, event_id as key
    from event_participants
    semi join checked_documents using (document_id)
    anti join entities using (entity_id)
    where event_participants.entity_id is not null
    union all
    select 'fingerprints.document_id' as reference, document_id as key
    from fingerprints
    semi join checked_documents using (document_id)
    anti join documents using (document_id)
    union all
    select 'paragraphs.document_id' as reference, document_id as key
    from paragraphs
    semi join checked_documents using (document_id)
    anti join documents using (document_id)
    union all
    select 'event_participants.entity_id' as reference, event_id as key
    from event_participants
    semi join dropped using (entity_id)
    union all
    select 'events.place_entity_id' as reference, event_id as key
    from events
    semi join dropped on events.place_entity_id = dropped.entity_id
    union all
    select 'documents.duplicate_of' as reference, document_id as key
    from checked_copies
    anti join documents on checked_copies.duplicate_of = documents.document_id
    union all
    select 'documents.run_id' as reference, document_id as key
    from documents
    semi join checked_documents using (document_id)
    anti join runs using (run_id)
)

select *
from dangling;
