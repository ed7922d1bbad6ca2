create or replace macro timeline_between(first_day, last_day) as table (
    select *
    from timeline
    where
        date_from <= cast(last_day as date)
        and date_to >= cast(first_day as date)
    order by date_from, date_to, document_id, sentence_index, event_id
);

comment on macro table timeline_between is 'The timeline rows whose interval overlaps [first_day, last_day]. In an attached file: use it first.';
