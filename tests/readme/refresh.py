"""Fill the generated regions of README.md with what the present code gives: `python tests/readme/refresh.py`."""

import argparse
import sys
import tempfile
from pathlib import Path

import duckdb

from hawliyat.tests.readme.generate import BENCH, make
from hawliyat.tests.readme.regions import README, Region, refill
from hawliyat.tests.readme.sandbox import CommandError, Sandbox


def main() -> int:
    """Rewrite the file in place; say which regions changed. 1 where one could not be made and stays as it was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--bench", action="store_true", help="the figures of make bench too, which takes minutes"
    )
    args = parser.parse_args()
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        sandbox = Sandbox(Path(folder))

        failed = []

        def fill(region: Region) -> str:
            if region.kind == BENCH and not args.bench:
                return region.body
            try:
                body = make(region, sandbox)
            except (CommandError, duckdb.Error) as error:
                failed.append(region.name)
                print(f"kept       {region.name}: {error}", file=sys.stderr)
                return region.body
            print(f"{'unchanged' if body == region.body else 'rewritten'}  {region.name}", file=sys.stderr)
            return body

        README.write_text(refill(text, fill), encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
