insert into runs (run_id, started_at, finished_at, status, parameters, counts, code_version)
values ($run_id, $started_at, $finished_at, $status, $parameters, $counts, $code_version);
