"""The register of productions: rules name one, and it turns their match into underspecified values."""

from collections.abc import Callable

from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.raw import Raw

Span = tuple[int, int, Raw]  # first item, end item, value
Production = Callable[[Items, Candidate], list[Span] | None]
PRODUCTIONS: dict[str, Production] = {}


def production(name: str) -> Callable[[Production], Production]:
    """Register a production under the name that rules use.

    It gives the spans of a match and their values; an empty list takes the words and stays silent (a name); None
    refuses the match, and the next rule is tried.
    """

    def register(function: Production) -> Production:
        PRODUCTIONS[name] = function
        return function

    return register
