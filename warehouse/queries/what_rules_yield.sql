-- Which rules make the time expressions, and how many of each stay without an interval?
select
    rule_id,
    timex_type,
    count(*) as expressions,
    count(*) filter (where date_from is null) as without_interval,
    any_value(surface order by time_expression_id) as example
from time_expressions
group by rule_id, timex_type
order by expressions desc, rule_id, timex_type;
