"""Hawliyat (حوليات, "annals"): raw Arabic news in, a timeline of dated events in DuckDB out."""

__version__ = "0.1.0"
