"""Hawliyat (حوليات, "annals"): raw Arabic news in, a timeline of dated events in DuckDB out."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hawliyat.tasks.model import Timex
    from hawliyat.tasks.temporal import tag

__all__ = ["Timex", "__version__", "tag"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """The tagger is loaded when it is first asked for, so that importing the package costs nothing."""
    if name == "tag":
        from hawliyat.tasks.temporal import tag

        return tag
    if name == "Timex":
        from hawliyat.tasks.model import Timex

        return Timex
    raise AttributeError(f"module 'hawliyat' has no attribute {name!r}")
