"""Readers: files of every format of the contract to documents, what cannot be used to the quarantine."""

from hawliyat.tasks.ingest.discover import Discovery, SourceNotFoundError, discover
from hawliyat.tasks.ingest.known import Known
from hawliyat.tasks.ingest.read import Ingested, read_shard, shards

__all__ = ["Discovery", "Ingested", "Known", "SourceNotFoundError", "discover", "read_shard", "shards"]
