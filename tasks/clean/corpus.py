"""What only many documents together show: paragraphs that recur in an outlet's articles, and articles that come again.

Both depend on the set of documents alone, not on their order or batches: every document is reduced to a fingerprint by
itself, and the fingerprints are grouped, counted and compared in Polars. Fingerprints are stable across machines and
versions, so they may be kept and need not be made again.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator

import polars as pl
from rensa import RMinHash  # type: ignore[import-untyped]

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.schema import SentenceKind

SHINGLE = 3  # words
PERMUTATIONS = 126
BANDS = 21  # of 6 rows: two texts of Jaccard similarity 0.75 meet in a band with probability 0.98
SIMILAR = 0.75
SAME_NUMBERS = 0.7  # bulletins that share all but their figures are not one article
SHORT = 20  # words below which only an identical text is the same article

RECURS = 4  # documents of an outlet in which a paragraph stands
SHARE = 0.2  # of the outlet's documents
AT_EDGE = 0.9  # of its occurrences are among the first two or last three lines
HEAD, TAIL = 2, 3

FINGERPRINTS = pl.Schema(
    {
        "document_id": pl.String(),
        "published_at": pl.Date(),
        "exact": pl.Binary(),  # BLAKE2b of the folded words, 16 bytes
        "digest": pl.List(pl.UInt32()),  # MinHash of word shingles; empty for a short text
        "numbers": pl.List(pl.String()),  # distinct figures, sorted
    }
)
PARAGRAPHS = pl.Schema(
    {
        "document_id": pl.String,
        "source_name": pl.String,
        "paragraph_index": pl.Int32,
        "key": pl.Binary,  # BLAKE2b of the folded words, 12 bytes
        "edge": pl.Boolean,
    }
)
DUPLICATES = pl.Schema({"document_id": pl.String, "duplicate_of": pl.String})
RECURRING = pl.Schema({"document_id": pl.String, "paragraph_index": pl.Int32})
_PAIRS = pl.Schema({"a": pl.UInt32, "b": pl.UInt32})
_COMPARED_AT_ONCE = 10_000  # pairs of digests: some ten MB
_COUNTED_AT_ONCE = 2_000_000  # paragraphs: some hundred MB

_WORD = re.compile(r"[^\W_]+")
_MINED = [SentenceKind.HEADLINE.value, SentenceKind.SUBHEADING.value, SentenceKind.BODY.value]


def fingerprints(documents: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """FINGERPRINTS of a DOCUMENTS frame; boilerplate and repeats in its SENTENCES do not count."""
    bodies = (
        sentences.filter(pl.col("kind").is_in(_MINED))
        .sort("document_id", "sentence_index")
        .group_by("document_id", maintain_order=True)
        .agg(pl.col("text").str.join(" "))
    )
    joined = (
        documents.select("document_id", "published_at")
        .join(bodies, on="document_id", how="left")
        .sort("document_id")
    )
    words = [_words(text or "") for text in joined["text"]]
    return pl.DataFrame(
        {
            "document_id": joined["document_id"],
            "published_at": joined["published_at"],
            "exact": [_hash(" ".join(each), 16) for each in words],
            "digest": [_digest(each) for each in words],
            "numbers": [sorted({word for word in each if word.isdigit()}) for each in words],
        },
        schema=FINGERPRINTS,
    )


def find_duplicates(prints: pl.DataFrame | pl.LazyFrame) -> pl.DataFrame:
    """DUPLICATES rows for the documents of FINGERPRINTS that are another one's copy, sorted by document.

    `duplicate_of` is the earliest published of the copies (an unknown date is the latest), then the smallest id.
    Of what is read lazily, the digests are not held but for their bands, eight bytes each, until two documents meet in one.
    """
    rows = PERMUTATIONS // BANDS
    digest = pl.col("digest")
    ordered = (
        prints.lazy()
        .select(
            "document_id",
            "published_at",
            "exact",
            digest.list.len().eq(0).alias("short"),
            *(digest.list.slice(band * rows, rows).hash().alias(f"band{band}") for band in range(BANDS)),
        )
        .collect(engine="streaming")
        .sort("published_at", "document_id", nulls_last=True)
        .with_row_index("rank")
    )
    near = _agreeing(_meeting(ordered), ordered.select("rank", "document_id"), prints.lazy())
    roots = _components([*_exact_pairs(ordered), *near])
    ids = ordered["document_id"]
    found = sorted((ids[rank], ids[root]) for rank, root in roots.items() if rank != root)
    return pl.DataFrame(found, schema=DUPLICATES, orient="row")


def paragraphs(documents: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """PARAGRAPHS of a DOCUMENTS frame with its SENTENCES: body and subheading lines; the headline never recurs."""
    lines = (
        sentences.sort("document_id", "sentence_index")
        .group_by("document_id", "paragraph_index", maintain_order=True)
        .agg(pl.col("text").str.join(" "), pl.col("kind").first())
        .with_columns(
            place=pl.col("paragraph_index").rank("ordinal").over("document_id"),
            count=pl.len().over("document_id"),
        )
        .filter(pl.col("kind").is_in(_MINED[1:]))
        .join(documents.select("document_id", "source_name"), on="document_id")
    )
    return pl.DataFrame(
        {
            "document_id": lines["document_id"],
            "source_name": lines["source_name"],
            "paragraph_index": lines["paragraph_index"],
            "key": [_hash(" ".join(_words(text)), 12) for text in lines["text"]],
            "edge": (lines["place"] <= HEAD + 1) | (lines["place"] > lines["count"].cast(pl.Int64) - TAIL),
        },
        schema=PARAGRAPHS,
    ).sort("document_id", "paragraph_index")


def find_recurring(lines: pl.DataFrame | pl.LazyFrame, duplicates: pl.DataFrame) -> pl.DataFrame:
    """RECURRING rows: the paragraphs that are their outlet's furniture, to be marked boilerplate.

    A paragraph counts once for each document of its outlet that is no copy. Background that newsrooms paste into the
    middle of many articles is news and stays: furniture stands at an article's edge.
    """
    lines = lines.lazy()
    originals = lines.join(duplicates.lazy(), on="document_id", how="anti").filter(
        pl.col("source_name").is_not_null()
    )
    sizes = (
        originals.select("source_name", "document_id")
        .unique()
        .group_by("source_name")
        .agg(size=pl.len())
        .collect(engine="streaming")
    )
    count = int(originals.select(pl.len()).collect(engine="streaming").item())
    parts = count // _COUNTED_AT_ONCE + 1  # nearly every paragraph is a group of its own
    furniture = [
        originals.filter(pl.col("key").hash() % parts == part)
        .group_by("source_name", "key")
        .agg(documents=pl.col("document_id").n_unique(), edges=pl.col("edge").mean())
        .filter((pl.col("documents") >= RECURS) & (pl.col("edges") >= AT_EDGE))
        .join(sizes.lazy(), on="source_name")
        .filter(pl.col("documents") >= SHARE * pl.col("size"))
        .select("source_name", "key")
        .collect(engine="streaming")
        for part in range(parts)
    ]
    return (
        lines.join(pl.concat(furniture).lazy(), on=["source_name", "key"], how="semi")
        .select("document_id", "paragraph_index")
        .collect(engine="streaming")
        .sort("document_id", "paragraph_index")
        .cast(RECURRING)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold_word(text))


def _hash(text: str, size: int) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=size).digest()


def _digest(words: list[str]) -> list[int]:
    if len(words) < SHORT:
        return []
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
    sketch.update([" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)])
    return list(sketch.digest())


def _exact_pairs(ordered: pl.DataFrame) -> Iterable[tuple[int, int]]:
    same = (
        ordered.select("exact", "rank")
        .filter(pl.col("exact").is_duplicated())
        .group_by("exact")
        .agg(pl.col("rank").min().alias("first"), pl.col("rank"))
    )
    return same.explode("rank").select("first", "rank").iter_rows()


def _meeting(ordered: pl.DataFrame) -> pl.DataFrame:
    """Pairs of ranks (a, b) that meet in a band: within its bucket each document meets the first and the one before it."""
    long = ordered.filter(~pl.col("short")).unique("exact", keep="first", maintain_order=True)
    pairs = pl.DataFrame(schema=_PAIRS)
    for band in range(BANDS):
        bucket = pl.col(f"band{band}")
        met = long.select("rank", bucket).filter(bucket.is_duplicated()).sort(bucket, "rank")
        pairs = pl.concat(
            [
                pairs,
                met.select(a=pl.col("rank").first().over(bucket), b="rank"),
                met.select(a=pl.col("rank").shift(1).over(bucket), b="rank").drop_nulls(),
            ]
        ).unique()
    return pairs.filter(pl.col("a") != pl.col("b")).sort("a", "b")


def _agreeing(pairs: pl.DataFrame, ids: pl.DataFrame, prints: pl.LazyFrame) -> Iterator[tuple[int, int]]:
    """Those of the pairs whose digests and numbers agree; only the digests of some pairs are held at a time."""
    for some in pairs.iter_slices(_COMPARED_AT_ONCE):
        ranks = pl.concat([some["a"], some["b"]]).unique()
        asked = ids.filter(pl.col("rank").is_in(ranks.implode()))
        held = (
            prints.select("document_id", "digest", "numbers")
            .join(asked.lazy(), on="document_id")
            .select("rank", "digest", "numbers")
            .collect(engine="streaming")
        )
        both = some.join(held, left_on="a", right_on="rank").join(
            held, left_on="b", right_on="rank", suffix="_b"
        )
        same = (
            both.select("a", "b", "digest", "digest_b")
            .explode("digest", "digest_b")
            .group_by("a", "b")
            .agg(same=(pl.col("digest") == pl.col("digest_b")).sum())
        )
        shared = pl.col("numbers").list.set_intersection("numbers_b").list.len()
        union = pl.col("numbers").list.len() + pl.col("numbers_b").list.len() - shared
        agreeing = both.join(same, on=["a", "b"]).filter(
            (pl.col("same") >= SIMILAR * PERMUTATIONS) & ((union == 0) | (shared >= SAME_NUMBERS * union))
        )
        yield from agreeing.select("a", "b").sort("a", "b").iter_rows()


def _components(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The smallest member of each member's connected component."""
    parents: dict[int, int] = {}

    def root(member: int) -> int:
        while (parent := parents.setdefault(member, member)) != member:
            parents[member] = parents[parent]
            member = parents[member]
        return member

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parents[high] = low
    return {member: root(member) for member in list(parents)}
