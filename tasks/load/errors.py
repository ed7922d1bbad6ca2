"""What can go wrong with a warehouse; every message is one sentence that says what, where, and what is allowed."""

from collections.abc import Sequence
from dataclasses import dataclass


class WarehouseError(Exception):
    """The warehouse cannot do what was asked; its last state stands."""


class WarehouseMissingError(WarehouseError):
    """There is no warehouse at the path."""


class WarehouseHeldError(WarehouseError):
    """Another run holds the warehouse; the message names it (pid, host, since)."""


@dataclass(frozen=True, slots=True)
class Offence:
    """One row that a check returned: the name of the check, and the row's columns and values as text."""

    check: str
    columns: tuple[str, ...]
    values: tuple[str, ...]

    def __str__(self) -> str:
        pairs = ", ".join(f"{c} {v}" for c, v in zip(self.columns, self.values, strict=True))
        return f"{self.check}: {pairs}"


class ChecksFailedError(WarehouseError):
    """The next state broke a check; `offences` are the first rows of each check that did."""

    def __init__(self, warehouse: str, offences: Sequence[Offence]) -> None:
        self.offences = tuple(offences)
        names = ", ".join(sorted({offence.check for offence in offences}))
        super().__init__(f"{warehouse} keeps its last state, for the next one fails the checks {names}.")
