select
    extractor_version,
    count(*) as documents
from documents
group by extractor_version
order by documents desc, extractor_version;
