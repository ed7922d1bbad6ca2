"""The documents that the warehouse has, by id and hash, asked for many at a time."""

from collections.abc import Sequence

import polars as pl

from hawliyat.tasks.ingest.assemble import Identity


class Known:
    """Ids with the hash of their content, however many: sorted by a key of both, so that asking costs a binary search."""

    def __init__(self, documents: pl.DataFrame) -> None:
        """`documents`: document_id, content_hash, both strings."""
        rows = documents.select("document_id", "content_hash").with_columns(_key())
        self._rows = rows.sort("key")

    def holds(self, identities: Sequence[Identity]) -> list[bool]:
        """For each, whether a document of this id and this content is known.

        Two known documents of one key would hide one of them, which then counts as new and is found unchanged by the load.
        """
        if self._rows.is_empty() or not identities:
            return [False] * len(identities)
        asked = pl.DataFrame(
            {
                "document_id": [each.document_id for each in identities],
                "content_hash": [each.content_hash for each in identities],
            },
            schema={"document_id": pl.String, "content_hash": pl.String},
        ).with_columns(_key())
        places = self._rows["key"].search_sorted(asked["key"]).clip(upper_bound=self._rows.height - 1)
        found = self._rows[places]
        same = (found["document_id"] == asked["document_id"]) & (
            found["content_hash"] == asked["content_hash"]
        )
        return same.to_list()


def _key() -> pl.Expr:
    return pl.struct("document_id", "content_hash").hash().alias("key")
