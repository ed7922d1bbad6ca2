select count(*)
from documents
where extractor_version != $version;
