"""Where the README's commands, queries and snippets run: the real command line on the sample articles, in a folder of its own."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb

from hawliyat.tests.readme.regions import ROOT

SHOWN = "warehouse/hawliyat.duckdb"  # as a reader has it after `make run`
_LIMIT_SECONDS = 1200
_CONSOLE = "from hawliyat.flows.cli import console; console()"


class CommandError(Exception):
    """A command of the README failed; the message holds the end of the command and its last word."""


class Sandbox:
    """The sample articles, run once; `folder` then holds `warehouse/hawliyat.duckdb`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.warehouse = folder / SHOWN
        self.warehouse.parent.mkdir(parents=True)
        self.printed_by_make_run = "".join(self._make_run())

    def _make_run(self) -> list[str]:
        """What the recipe of `make run` prints, with the tools that are there rather than a new installation."""
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        recipe = re.search(r"^run:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
        if recipe is None:
            raise CommandError("The Makefile has no recipe for run.")
        lines = [line.strip().removeprefix("@$(BIN)/") for line in recipe[1].splitlines()]
        return [self.hawliyat(shlex.split(line.replace("$(WAREHOUSE)", SHOWN))[1:]) for line in lines]

    def console(self, line: str) -> str:
        """What a line after `$ ` prints: make run or hawliyat, perhaps through head."""
        command, _, head = line.partition(" | head -")
        if command == "make run":
            printed = self.printed_by_make_run
        else:
            name, *arguments = shlex.split(command)
            if name != "hawliyat":
                raise CommandError(
                    f"{line!r}: the README shows what make run and hawliyat print, nothing else."
                )
            printed = self.hawliyat(arguments)
        return "".join(printed.splitlines(keepends=True)[: int(head)]) if head else printed

    def hawliyat(self, arguments: Sequence[str]) -> str:
        """Standard output of the command line, with the sandbox's paths as a reader would have them."""
        inside = [str(self.warehouse) if argument == SHOWN else argument for argument in arguments]
        return self._run(["-c", _CONSOLE, *inside], ROOT).replace(str(self.warehouse), SHOWN)

    def python(self, code: str) -> str:
        """What a snippet prints, in a process of its own whose working folder holds the warehouse."""
        return self._run(["-c", code], self.folder)

    def bench(self) -> str:
        """What `make bench` prints; minutes."""
        return self._run([str(ROOT / "tests" / "bench" / "bench.py")], ROOT)

    def sql(self, query: str) -> tuple[list[str], list[tuple[object, ...]]]:
        """Names of the columns, and the rows."""
        with duckdb.connect(str(self.warehouse), read_only=True) as connection:
            result = connection.execute(query)
            return [column[0] for column in result.description], result.fetchall()

    def _run(self, arguments: Sequence[str], folder: Path) -> str:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PREFECT_", "HAWLIYAT_"))
        }
        own = {
            # Neither the user's Prefect server nor the project's own records are any business of a test.
            "HOME": str(self.folder),
            "HAWLIYAT_HOME": str(self.folder / "home"),
            "HAWLIYAT_WAREHOUSE": str(self.warehouse),
            "PYTHONUTF8": "1",
        }
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=folder,
            env=kept | own,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=_LIMIT_SECONDS,
            check=False,
        )
        if done.returncode:
            said = (done.stderr.splitlines() or [""])[-1]
            raise CommandError(f"{shlex.join(arguments[-1:])} left with {done.returncode}: {said}")
        return done.stdout
