"""A process past its imports that forks one run after another, so that two hundred can be killed in minutes.

Reads a JSON object a line from standard input: {"arguments": [...], "die_at": n}; with `die_at` the run kills itself at
its n-th boundary between steps (0: never). Writes {"pid": ...} when the run begins and {"pid", "status", "steps"} when
it has ended: status as of `os.waitpid`, negative for a signal.

Nothing here starts a thread before the fork (Polars and DuckDB are imported but not used): locks held by threads would
stay locked in the child for ever.
"""

import importlib
import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

# Every step of a run that leaves something behind, in the modules where it is looked up.
STEPS = {
    "hawliyat.tasks.nodes": ("discover_files", "decide"),
    "hawliyat.tasks.stages": ("ingest_files", "adopt_stored", "segment_shard", "tag_shard", "extract_shard"),
    "hawliyat.tasks.load.publish": ("merge", "migrate", "offences"),
    "hawliyat.tasks.load.merge": ("execute",),
    "hawliyat.tasks.load.files": ("copy_to_next", "_copy", "_link", "_sync", "publish"),
    "pathlib.Path": ("replace", "unlink"),
}


class Boundaries:
    """Counts the boundaries that a run passes, and kills it at one of them."""

    def __init__(self, die_at: int) -> None:
        self._die_at = die_at
        self.passed = 0

    def guard(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function with a boundary before and behind it."""

        def step(*args: Any, **kwargs: Any) -> Any:
            self._pass()
            result = function(*args, **kwargs)
            self._pass()
            return result

        return step

    def _pass(self) -> None:
        self.passed += 1
        if self.passed == self._die_at:
            os.kill(os.getpid(), signal.SIGKILL)


def _warm() -> None:
    """Import what a run imports and read lexicon and rules, all in this thread."""
    os.environ.setdefault("POLARS_MAX_THREADS", "1")
    for module in ("hawliyat.flows.timeline", "hawliyat.flows.cli.run"):
        importlib.import_module(module)
    import hawliyat

    hawliyat.tag("أعلن الوزير يوم 3 مايو 2025 زيارة بيروت.")


def _run(arguments: list[str], die_at: int, report: int) -> int:
    from hawliyat.flows.cli import main

    boundaries = Boundaries(die_at)
    for name, functions in STEPS.items():
        module = name.removesuffix(".Path")
        owner = importlib.import_module(module)
        owner = owner.Path if name.endswith(".Path") else owner
        for function in functions:
            setattr(owner, function, boundaries.guard(getattr(owner, function)))
    status = main(arguments)
    os.write(report, str(boundaries.passed).encode())
    return status


def _serve() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            log = os.open(asked["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(log, 2)
            status = 70
            try:
                status = _run(asked["arguments"], asked["die_at"], writing)
            finally:
                os._exit(status)
        os.close(writing)
        print(json.dumps({"pid": pid}), flush=True)
        _, waited = os.waitpid(pid, 0)
        steps = int(os.read(reading, 20) or b"0")
        os.close(reading)
        status = os.waitstatus_to_exitcode(waited)
        print(json.dumps({"pid": pid, "status": status, "steps": steps}), flush=True)


if __name__ == "__main__":
    _warm()
    print(json.dumps({"ready": True}), flush=True)
    _serve()
