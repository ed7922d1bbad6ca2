-- Columns of closed sets hold their members only.
with used as (
    select
        'sentences.kind' as set_column,
        kind as member,
        ['headline', 'subheading', 'body', 'boilerplate', 'duplicate'] as allowed
    from sentences
    semi join checked_documents using (document_id)
    union
    select 'time_expressions.timex_type' as set_column, timex_type as member, ['DATE', 'TIME', 'DURATION', 'SET'] as allowed
    from time_expressions
    semi join checked_documents using (document_id)
    union
    select
        'time_expressions.timex_mod' as set_column,
        timex_mod as member,
        [
            'START', 'MID', 'END', 'APPROX', 'MORE_THAN', 'LESS_THAN', 'EQUAL_OR_MORE', 'EQUAL_OR_LESS', 'BEFORE', 'AFTER'
        ] as allowed
    from time_expressions
    semi join checked_documents using (document_id)
    union
    select
        'time_expressions.grain' as set_column,
        grain as member,
        [
            'time', 'day', 'weekend', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century'
        ] as allowed
    from time_expressions
    semi join checked_documents using (document_id)
    union
    select 'time_expressions.calendar' as set_column, calendar as member, ['gregorian', 'hijri'] as allowed
    from time_expressions
    semi join checked_documents using (document_id)
    union
    select
        'time_expressions.anchoring' as set_column,
        anchoring as member,
        ['explicit', 'publication', 'context', 'unresolved'] as allowed
    from time_expressions
    semi join checked_documents using (document_id)
    union
    select 'events.dating' as set_column, dating as member, ['expression', 'context', 'publication', 'none'] as allowed
    from events
    semi join checked_documents using (document_id)
    union
    select
        'events.grain' as set_column,
        grain as member,
        [
            'time', 'day', 'weekend', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century'
        ] as allowed
    from events
    semi join checked_documents using (document_id)
    union
    select
        'events.event_type' as set_column,
        event_type as member,
        [
            'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT',
            'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'OTHER'
        ] as allowed
    from events
    semi join checked_documents using (document_id)
    union
    select
        'events.status' as set_column,
        status as member,
        ['actual', 'planned', 'negated', 'hypothetical'] as allowed
    from events
    semi join checked_documents using (document_id)
    union
    select 'event_participants.role' as set_column, role as member, ['actor', 'target'] as allowed
    from event_participants
    semi join checked_documents using (document_id)
    union
    select
        'documents.published_at_origin' as set_column,
        published_at_origin as member,
        ['record', 'page', 'url', 'filename', 'dateline', 'given'] as allowed
    from documents
    semi join checked_documents using (document_id)
    union
    select
        'quarantine.reason' as set_column,
        reason as member,
        [
            'empty', 'undecodable', 'not_arabic', 'too_large', 'malformed_record', 'unsupported_format', 'unreadable',
            'duplicate_id'
        ] as allowed
    from quarantine
)

select
    set_column,
    member
from used
where member is not null and not list_contains(allowed, member);
