-- Only entities that this run's documents refer to; where shards differ, the first row in the order of all columns.
insert or replace into entities by name
with referred as (
    select entity_id
    from event_participants
    semi join changed using (document_id)
    union
    select place_entity_id as entity_id
    from events
    semi join changed using (document_id)
),

chosen as (
    select brought.*
    from read_parquet($paths::varchar[]) as brought
    semi join referred using (entity_id)
    qualify
        row_number() over (
            partition by entity_id
            order by name_ar, name_en, kind, country, latitude, longitude
        ) = 1
)

select * from chosen
except
select * from entities;
