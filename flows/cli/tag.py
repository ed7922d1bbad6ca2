"""`hawliyat tag`: the tagger alone, on text, a file or standard input."""

import argparse
import json
import sys
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from hawliyat.tasks.model import Timex


def add_parser(subparsers: Any) -> None:
    """Declare the command and its arguments."""
    parser = subparsers.add_parser("tag", help="time expressions of a text, as JSON or TimeML")
    parser.add_argument(
        "text", nargs="?", default="-", metavar="TEXT | FILE | -", help="default: standard input"
    )
    parser.add_argument(
        "--published-at", type=_moment, metavar="YYYY-MM-DD", help="the text's date or timestamp"
    )
    parser.add_argument("--format", choices=("json", "timeml"), default="json")
    parser.add_argument("--warehouse", help=argparse.SUPPRESS)
    parser.set_defaults(execute=execute)


def _moment(value: str) -> date | datetime:
    try:
        return date.fromisoformat(value) if len(value) <= 10 else datetime.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{value!r} is no date; allowed: 2025-07-01 or 2025-07-01T14:30"
        ) from None


def execute(args: argparse.Namespace) -> int:
    """Print the expressions of the text."""
    from hawliyat.tasks.temporal import tag

    text = read_text(args.text)
    timexes = tag(text, args.published_at)
    if args.format == "timeml":
        print(timeml(text, timexes), end="" if text.endswith("\n") else "\n")
    else:
        print(json.dumps([asdict(timex) for timex in timexes], ensure_ascii=False, indent=1, default=str))
    return 0


def read_text(given: str) -> str:
    """The text itself, a file's content where a file of that name exists, or standard input for `-`."""
    if given == "-":
        return sys.stdin.read()
    try:
        path = Path(given)
        if len(given) < 1024 and path.is_file():
            return path.read_text(encoding="utf-8-sig")
    except OSError:
        pass
    return given


def timeml(text: str, timexes: list[Timex]) -> str:
    """The text with `<TIMEX3>` inline (TimeML 1.2.1), everything else escaped and unchanged."""
    out: list[str] = []
    at = 0
    for number, t in enumerate(timexes, start=1):
        mod = f" mod={quoteattr(t.mod.value)}" if t.mod else ""
        out.append(escape(text[at : t.start]))
        out.append(f'<TIMEX3 tid="t{number}" type="{t.type.value}" value={quoteattr(t.value)}{mod}>')
        out.append(escape(text[t.start : t.end]) + "</TIMEX3>")
        at = t.end
    return "".join(out) + escape(text[at:])
