-- Whether the corpus has to be decided anew though no document is new: the last change took one away.
select coalesce(arg_max(status, (finished_at, run_id)) = 'forgotten', false) as due
from runs;
