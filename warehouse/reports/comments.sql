-- What the tables and the view timeline say of themselves, column by column.
with named as (
    select
        table_name,
        comment
    from duckdb_tables()
    where database_name = current_database() and not temporary
    union all
    select
        view_name as table_name,
        comment
    from duckdb_views()
    where database_name = current_database() and view_name = 'timeline'
)

select
    named.table_name,
    named.comment as table_comment,
    duckdb_columns.column_name,
    duckdb_columns.data_type,
    duckdb_columns.comment as column_comment
from named
inner join duckdb_columns() using (table_name)
where duckdb_columns.database_name = current_database()
order by named.table_name, duckdb_columns.column_index;
