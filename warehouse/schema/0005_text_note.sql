-- A bad byte in a long text costs a character and not the document; the reader is told.
alter table documents add column text_note varchar;
comment on column documents.text_note is 'What the text lacks, as `2 characters lost, each marked U+FFFD`; NULL where nothing was lost that is known.';
