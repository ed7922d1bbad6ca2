-- A date says what it rests on: an expression's is that expression's, and only dated ways of dating carry a date.
with mined as (
    select
        document_id,
        time_expression_id,
        date_from,
        date_to
    from time_expressions
    semi join checked_documents using (document_id)
),

dated as (
    select
        events.event_id,
        events.dating,
        events.date_from,
        events.date_to,
        events.grain,
        events.time_expression_id,
        events.time_expression_end_id,
        events.context_time_expression_id,
        first_end.date_from as expression_from,
        case when events.time_expression_end_id is null then first_end.date_to else second_end.date_to end as expression_to
    from events
    semi join checked_documents using (document_id)
    left join mined as first_end
        on
            events.document_id = first_end.document_id
            and events.time_expression_id = first_end.time_expression_id
    left join mined as second_end
        on
            events.document_id = second_end.document_id
            and events.time_expression_end_id = second_end.time_expression_id
)

select *
from dated
where
    (dating = 'expression') != (time_expression_id is not null)
    or (time_expression_end_id is not null and time_expression_id is null)
    or (dating = 'context' and context_time_expression_id is null)
    or (dating = 'none' and date_from is not null)
    or (dating in ('none', 'publication') and grain is not null)
    or (dating in ('expression', 'context') and date_from is not null and grain is null)
    or (
        dating = 'expression'
        and date_from is not null
        and (date_from is distinct from expression_from or date_to is distinct from expression_to)
    );
