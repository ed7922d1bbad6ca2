"""The benchmark runs on a little text, and its text is what it says: distinct, repeatable, as dense as news."""

import os
import subprocess
import sys
from pathlib import Path

from hawliyat.tasks.segment import segment
from hawliyat.tasks.temporal import tag
from hawliyat.tests.bench import bench
from hawliyat.tests.bench.generator import articles


def test_the_same_seed_makes_the_same_text() -> None:
    assert list(articles(20_000, seed=1)) == list(articles(20_000, seed=1))
    assert list(articles(20_000, seed=1)) != list(articles(20_000, seed=2))


def test_no_sentence_stands_twice() -> None:
    sentences = [one.text[s.start : s.end] for one in articles(200_000) for s in segment(one.text)]
    assert len(sentences) > 1_000
    assert len(set(sentences)) >= 0.998 * len(
        sentences
    )  # where ours splits a made sentence, a short half may recur


def test_time_expressions_are_as_dense_as_in_news() -> None:
    made = list(articles(200_000))
    characters = sum(len(one.text) for one in made)
    expressions = sum(len(tag(one.text, one.published_at)) for one in made)
    assert 200 <= characters / expressions <= 250


def test_it_runs() -> None:
    done = subprocess.run(
        [sys.executable, str(Path(bench.__file__)), "--size", "0.1", "--sample", "2"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    for line in ("ingest", "clean, segment", "time expressions", "events", "load", "the whole", "dateparser"):
        assert f"\n{line} " in done.stdout, done.stdout
    assert "times as fast as dateparser" in done.stdout
