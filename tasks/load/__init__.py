"""The last stage: shards of frames become the next state of the warehouse.

with hold(warehouse, wait):
    known_hashes(warehouse, path)
    ...                              # mine what is new, write Parquet
    counts = load(warehouse, [Shard(folder), ...], Run(...))
"""

from hawliyat.tasks.load.errors import (
    ChecksFailedError,
    Offence,
    WarehouseError,
    WarehouseHeldError,
    WarehouseMissingError,
)
from hawliyat.tasks.load.files import behind_link, connect, kept_states
from hawliyat.tasks.load.frames import Counts, Run, Shard
from hawliyat.tasks.load.lock import hold
from hawliyat.tasks.load.publish import KEEP, forget, load, rollback
from hawliyat.tasks.load.read import is_corpus_due, known_corpus, known_hashes, stored_documents

__all__ = [
    "KEEP",
    "ChecksFailedError",
    "Counts",
    "Offence",
    "Run",
    "Shard",
    "WarehouseError",
    "WarehouseHeldError",
    "WarehouseMissingError",
    "behind_link",
    "connect",
    "forget",
    "hold",
    "is_corpus_due",
    "kept_states",
    "known_corpus",
    "known_hashes",
    "load",
    "rollback",
    "stored_documents",
]
