-- Sources of a document's date may contradict each other; which one counts is settled by their order, the others are told.
alter table documents add column published_at_note varchar;
comment on column documents.published_at_note is 'Other days that its sources give, as `url 2025-07-02; filename 2025-06-30` in the order of trust; NULL where all agree.';
