select
    (select count(*) from changed) as mined,
    (select count(*) from touched) as touched;
