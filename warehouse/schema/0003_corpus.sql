-- What documents are compared by: which paragraphs recur and which articles come again is decided over all documents, and
-- none has to be read again for that.
create table fingerprints (
    document_id varchar not null,
    exact blob not null,
    digest uinteger[] not null,
    numbers varchar[] not null
);
comment on table fingerprints is 'Grain: one document; what tells copies of an article. Key: document_id.';
comment on column fingerprints.document_id is 'The document.';
comment on column fingerprints.exact is 'BLAKE2b of its folded words, boilerplate left out.';
comment on column fingerprints.digest is 'MinHash of its word shingles; empty for a short text.';
comment on column fingerprints.numbers is 'Distinct figures of the text, sorted.';

create table paragraphs (
    document_id varchar not null,
    paragraph_index integer not null,
    key blob not null,
    edge boolean not null,
    recurs boolean not null
);
comment on table paragraphs is 'Grain: one line of a body or a subheading; what tells lines that recur. Key: document_id, paragraph_index.';
comment on column paragraphs.document_id is 'The document.';
comment on column paragraphs.paragraph_index is 'Position of the line among the lines of text, from 0.';
comment on column paragraphs.key is 'BLAKE2b of its folded words.';
comment on column paragraphs.edge is 'Whether it is among the first or last lines.';
comment on column paragraphs.recurs is 'Whether it recurs in articles of its outlet; its sentences are boilerplate.';

comment on column revisions.reason is 'replaced: its text or metadata changed; rederived: code, lexicon, rules or the corpus around it did.';
comment on column documents.duplicate_of is 'The document that this one repeats, the earliest published one; its events are left out of the timeline.';
