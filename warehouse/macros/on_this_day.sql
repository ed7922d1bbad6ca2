create or replace macro on_this_day(day) as table (
    select *
    from timeline
    where
        date_from = date_to
        and month(date_from) = month(cast(day as date))
        and day(date_from) = day(cast(day as date))
    order by date_from, document_id, sentence_index, event_id
);

comment on macro table on_this_day is 'The timeline rows of the same day and month in any year. In an attached file: use it first.';
