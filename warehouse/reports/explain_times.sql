with event as (
    select
        document_id,
        unnest(['time', 'end', 'context']) as part,
        unnest([time_expression_id, time_expression_end_id, context_time_expression_id]) as time_expression_id
    from events
    where event_id = $event_id
)

select
    event.part,
    time_expressions.surface,
    time_expressions.char_start,
    time_expressions.char_end,
    time_expressions.timex_type,
    time_expressions.timex_value,
    time_expressions.timex_mod,
    time_expressions.date_from,
    time_expressions.date_to,
    time_expressions.grain,
    time_expressions.calendar,
    time_expressions.anchoring,
    time_expressions.note,
    time_expressions.rule_id
from event
inner join time_expressions using (document_id, time_expression_id)
order by time_expressions.char_start;
