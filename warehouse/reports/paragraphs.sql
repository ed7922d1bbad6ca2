select
    paragraphs.document_id,
    documents.source_name,
    paragraphs.paragraph_index,
    paragraphs.key,
    paragraphs.edge,
    paragraphs.recurs
from paragraphs
inner join documents using (document_id)
order by paragraphs.document_id, paragraphs.paragraph_index;
