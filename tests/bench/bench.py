"""`make bench`: characters a second of each stage and of the whole, on one core, beside dateparser on the same text.

python tests/bench/bench.py [--size MB] [--sample KB] [--seed N]
"""

import argparse
import gc
import os
import sys
import tempfile
from dataclasses import astuple
from pathlib import Path
from statistics import median

DEFAULT_MB = 20.0
DEFAULT_SAMPLE_KB = 100


def one_core() -> int:
    """Keep this process, and the threads that it will start, on one core; returns its number."""
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    os.environ["POLARS_MAX_THREADS"] = "1"  # read when polars is first imported
    return core


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Characters a second of each stage, on one core.")
    parser.add_argument("--size", type=float, default=DEFAULT_MB, metavar="MB", help="text to make, in UTF-8")
    parser.add_argument(
        "--sample", type=int, default=DEFAULT_SAMPLE_KB, metavar="KB", help="what dateparser reads"
    )
    parser.add_argument("--seed", type=int, default=2025, metavar="N")
    args = parser.parse_args(arguments)
    core = one_core()
    from hawliyat.tests.bench.measure import measure

    def tell(stage: str) -> None:
        print(f"  … {stage}", file=sys.stderr, flush=True)

    print(f"one core (number {core}), one Polars thread, seed {args.seed}")
    with tempfile.TemporaryDirectory(prefix="hawliyat-bench-") as folder:
        got = measure(Path(folder), int(args.size * 1_000_000), args.sample * 1000, args.seed, tell)
    density = got.characters / max(got.expressions, 1)
    print(
        f"{got.characters:,} characters ({got.bytes / 1e6:.1f} MB), {got.documents:,} articles, "
        f"{got.sentences:,} sentences, all distinct, made in {got.generating:.1f} s"
    )
    print(f"{got.expressions:,} time expressions, one in {density:.0f} characters; {got.events:,} events")
    print(f"\n{'stage':20} {'seconds':>8} {'processor':>9} {'characters/s':>13} {'peak MB':>8}")
    for stage in (*got.stages, got.whole):
        rate = got.characters / stage.processor
        print(
            f"{stage.name:20} {stage.seconds:8.1f} {stage.processor:9.1f} {rate:13,.0f} {stage.peak / 1e6:8.0f}"
        )
    ours, theirs = (median(rates) for rates in zip(*map(astuple, got.rounds), strict=True))
    print(f"{'the tagger alone':20} {'':18} {ours:13,.0f}")
    name = f"dateparser ({args.sample} K)"
    print(f"{name:20} {'':18} {theirs:13,.0f}")
    ratios = sorted(one.tagger / one.dateparser for one in got.rounds)
    print(
        f"\nthe tagger alone reads {median(ratios):.1f} times as fast as dateparser's search_dates(languages=['ar'])"
    )
    print(
        f"({ratios[0]:.1f} to {ratios[-1]:.1f} in {len(ratios)} rounds by turns, each over a part of its own; medians)"
    )
    print(f"dateparser read the first {args.sample},000 characters of the same text, on the same core;")
    print("rates are by processor time, so that other work on the machine does not count")
    gc.unfreeze()  # DuckDB takes what a stage froze for leaks when the process ends
    if got.failure:
        print(f"\nthe made text could not be loaded: {got.failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
