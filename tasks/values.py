"""Values that are made by the thousand: frozen to whoever reads and checks the code, cheap to the interpreter.

A dataclass that is frozen at run time sets every field by `object.__setattr__`, which makes it five times as slow to
create as a plain one. `value` leaves the ban on assignment to the type checker.
"""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True)
def value(cls: type[Kind]) -> type[Kind]:
    """A dataclass with slots, equality and a hash by its fields, that the type checker holds for frozen."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
