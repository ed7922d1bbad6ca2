"""Peak memory of whole runs, files to warehouse, as the input grows: python tests/bench/memory.py [MB ...].

Memory is that of the command and all of its processes together: pages that they share count once (PSS), and files that
the system keeps at hand do not count. `--workers N` as the command takes it; temporary files go where TMPDIR says.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hawliyat.tests.bench.measure import write_text

_EVERY = 0.25  # seconds between two looks
_COMMAND = "from hawliyat.flows.cli import console\nif __name__ == '__main__': console()"


def tree(root: int) -> list[int]:
    """A process and all of its descendants."""
    found = [root]
    for each in found:
        for listing in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                found += map(int, listing.read_text().split())
            except OSError:  # it has just ended
                continue
    return found


def proportional(process: int) -> int:
    """Bytes of memory of a process, a share of what it shares with others; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def watch(command: list[str], environment: dict[str, str], log: Path | None = None) -> tuple[int, int, float]:
    """Run a command: the peak of all its processes together, the peak of the first alone (bytes), seconds."""
    began = time.perf_counter()
    whole = first = 0
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as running:
        while running.poll() is None:
            each = [proportional(process) for process in tree(running.pid)]
            whole, first = max(whole, sum(each)), max(first, each[0])
            if log is not None:
                with log.open("a") as target:
                    told = " ".join(f"{size / 1e6:.0f}" for size in each)
                    target.write(f"{time.perf_counter() - began:.1f} {sum(each) / 1e6:.0f}: {told}\n")
            time.sleep(_EVERY)
    if running.returncode:
        raise SystemExit(f"the run failed with status {running.returncode}")
    return whole, first, time.perf_counter() - began


def main() -> None:
    """Measure runs over text of each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=float, nargs="*", default=[4, 16, 64], metavar="MB", help="UTF-8 text")
    parser.add_argument("--workers", type=int, default=2, metavar="N")
    parser.add_argument("--seed", type=int, default=2025, metavar="N")
    parser.add_argument("--log", type=Path, metavar="FILE", help="every look: seconds, MB of all, MB of each")
    args = parser.parse_args()
    for size in args.sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            articles = sum(1 for _ in write_text(folder / "text", int(size * 1e6), args.seed))
            environment = {**os.environ, "HAWLIYAT_HOME": str(folder / "home")}
            subprocess.run([sys.executable, "-m", "hawliyat.flows.orchestrator"], env=environment, check=True)
            command = [sys.executable, "-c", _COMMAND, "run", str(folder / "text"), "--root", str(folder)]
            command += ["--warehouse", str(folder / "w.duckdb"), "--workers", str(args.workers), "--json"]
            whole, first, seconds = watch(command, environment, args.log)
            made = (folder / "w.duckdb").stat().st_size
            print(
                f"{size:6g} MB, {articles:7,} articles: peak {whole / 1e6:5.0f} MB of all processes, "
                f"{first / 1e6:5.0f} MB of the first; warehouse {made / 1e6:.0f} MB, {seconds:.0f} s",
                flush=True,
            )


if __name__ == "__main__":
    main()
