"""Coverage-guided fuzzing of the readers, the cleaner and the segmenter with atheris, which is installed for this alone.

`python -m hawliyat.tests.ingest.coverage_fuzz TARGET -runs=100000` where TARGET is a format of `writers.write`, `gz`,
`zst` or `text`. A crash leaves the input beside the working folder; it belongs into `tests/corpus/fuzz/`, where
`test_fuzz` reads it ever after.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["hawliyat"]):
    from hawliyat.tests.ingest import writers
    from hawliyat.tests.ingest.fuzz_target import check_file, check_text


def main() -> None:
    """Fuzz one target from the matrix's own files as seeds."""
    target = sys.argv.pop(1)
    folder = Path(tempfile.mkdtemp())
    seeds = folder / "seeds"
    seeds.mkdir()
    if target == "text":
        (seeds / "text").write_text(writers.TEXT, "utf-8")
    else:
        form, packing = ("jsonl", f".{target}") if target in ("gz", "zst") else (target, "")
        for encoding in ("utf-8", "utf-16", "windows-1256"):
            if form != "parquet" or encoding == "utf-8":
                (seeds / encoding).write_bytes(
                    writers.write(writers.Cell(form, encoding, packing), folder).read_bytes()
                )
    ending = {"gz": "jsonl.gz", "zst": "jsonl.zst"}.get(target, target)

    def run(data: bytes) -> None:
        if target == "text":
            check_text(data.decode("utf-8", "replace"))
        else:
            check_file(folder, f"input.{ending}", data)

    atheris.Setup([*sys.argv, str(seeds)], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
