"""Seconds to publish as the warehouse grows, and a run that finds nothing new: python tests/bench/publish.py [MILLIONS ...].

Rows are those of documents, sentences, time expressions, events and participants together, made of random words by SQL;
for every size an hour's worth of new documents (200) is loaded, then the same again, then as many that changed.
`--known N`: articles of one sentence (with `--long`, of a news report's length) through the whole command, then again.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import duckdb

from hawliyat.tasks.load import Run, Shard, load
from hawliyat.tasks.load.frames import COMPARED, DERIVED
from hawliyat.tests.bench.generator import articles

SENTENCES, EVENTS, PARTICIPANTS = 12, 12, 12
ROWS_A_DOCUMENT = 1 + SENTENCES + EVENTS * 2 + PARTICIPANTS
NEW = 200
ENTITIES = 3000

# One document is one row of `d`; its sentences are 80 letters each, and each has an expression, an event, a participant; every
# second participant and every third event's place is linked to an entity.
FRAMES = {
    "documents": """
        select 'd' || i as document_id, 'd' || i as source_uri, 'outlet ' || i % 40 as source_name, null::varchar as url,
            'title' as title, {text} as text, 'ar' as language, date '2025-01-01' + (i % 365)::integer as published_at,
            null::varchar as published_at_ts, 'record' as published_at_origin, null::varchar as published_at_note,
            null::varchar as agency,
            null::varchar as dateline_place, md5(i || '{version}') as content_hash, null::varchar as duplicate_of,
            null::varchar as text_note
        from d""",
    "quarantine": """
        select null::varchar as source_uri, null::bigint as record, null::varchar as reason, null::varchar as detail
        limit 0""",
    "sentences": """
        select 'd' || i as document_id, n::integer as sentence_index, n::integer as paragraph_index, 'body' as kind,
            (n * 81)::integer as char_start, (n * 81 + 80)::integer as char_end, {sentence} as text
        from d, range(12) as s(n)""",
    "time_expressions": """
        select 't' || left(md5(i || '.' || n), 16) as time_expression_id, 'd' || i as document_id,
            n::integer as sentence_index, (n * 81)::integer as char_start, (n * 81 + 10)::integer as char_end,
            left({sentence}, 10) as surface, 'DATE' as timex_type, '2025-05-03' as timex_value,
            null::varchar as timex_mod, {day} as date_from, {day} as date_to, 'day' as grain, 'gregorian' as calendar,
            'explicit' as anchoring, null::varchar as note, 'bench' as rule_id, false as range_end
        from d, range(12) as s(n)""",
    "events": """
        select 'e' || left(md5(i || '.' || n), 16) as event_id, 'd' || i as document_id, n::integer as sentence_index,
            't' || left(md5(i || '.' || n), 16) as time_expression_id, null::varchar as time_expression_end_id,
            null::varchar as context_time_expression_id, 'expression' as dating, {day} as date_from, {day} as date_to,
            'day' as grain, substr({sentence}, 21, 5) as trigger, (n * 81 + 20)::integer as trigger_start,
            (n * 81 + 25)::integer as trigger_end, 'CONSULT' as event_type, 'actual' as status,
            case when n % 3 = 0 then substr({sentence}, 51, 6) end as place,
            case when n % 3 = 0 then n * 81 + 50 end::integer as place_start,
            case when n % 3 = 0 then n * 81 + 56 end::integer as place_end,
            case when n % 3 = 0 then 'q' || hash(i, n, 'place') % {entities} end as place_entity_id,
            null::varchar as attribution, null::integer as attribution_start, null::integer as attribution_end,
            left({sentence}, 40) as headline, 'bench' as rule_id
        from d, range(12) as s(n)""",
    "event_participants": """
        select 'e' || left(md5(i || '.' || n), 16) as event_id, 'd' || i as document_id, 'actor' as role,
            0::integer as position, substr({sentence}, 31, 12) as surface, (n * 81 + 30)::integer as char_start,
            (n * 81 + 42)::integer as char_end,
            case when n % 2 = 0 then 'q' || hash(i, n) % {entities} end as entity_id
        from d, range(12) as s(n)""",
    "entities": """
        select 'q' || k as entity_id, 'اسم ' || k as name_ar, null::varchar as name_en, 'person' as kind,
            null::varchar as country, null::double as latitude, null::double as longitude
        from range({entities}) as e(k)""",
    "fingerprints": """
        select 'd' || i as document_id, null::date as published_at, md5(i::varchar)::blob as exact,
            list_transform(range(126), lambda k: (hash(i, k) % 4294967296)::uinteger) as digest,
            ['40']::varchar[] as numbers
        from d""",
    "paragraphs": """
        select 'd' || i as document_id, 'outlet ' || i % 40 as source_name, n::integer as paragraph_index,
            left(md5(i || '.' || n), 12)::blob as key, n > 8 as edge
        from d, range(12) as s(n)""",
}
SENTENCE = "rpad(md5(i || ' ' || n) || ' ' || md5(n || ' ' || i), 80, ' خبر')"
TEXT = f"array_to_string(list_transform(range(12), lambda n: {SENTENCE}), chr(10))"
DAY = "date '2020-01-01' + ((i * 7 + n) % 2000)::integer"


def shard(folder: Path, first: int, documents: int, version: str = "") -> Shard:
    """Frames of documents first .. first + documents; another version of one is another content."""
    folder.mkdir(parents=True)
    with duckdb.connect() as connection:
        connection.execute(
            "create table d as select i from range($first, $end) as r(i)",
            {"first": first, "end": first + documents},
        )
        for name in ("documents", "quarantine", *DERIVED, *COMPARED):
            query = FRAMES[name].format(
                sentence=SENTENCE, text=TEXT, day=DAY, entities=ENTITIES, version=version
            )
            connection.sql(query).write_parquet(str(folder / f"{name}.parquet"))
    return Shard(folder)


def publish(warehouse: Path, name: str, shards: list[Shard]) -> float:
    """Seconds to load the shards and publish."""
    began = time.perf_counter()
    load(warehouse, shards, Run(name, datetime.now(UTC), "bench", "bench"), keep=1)
    return time.perf_counter() - began


def measure(millions: float, folder: Path) -> None:
    """Fill a warehouse, then publish a little into it, twice, and copy the file for comparison."""
    warehouse = folder / f"{millions:g}.duckdb"
    documents = round(millions * 1e6 / ROWS_A_DOCUMENT)
    part = 40_000
    shards = [
        shard(folder / f"all-{first}", first, min(part, documents - first))
        for first in range(0, documents, part)
    ]
    filled = publish(warehouse, "fill", shards)
    new = shard(folder / "new", documents, NEW)
    added = publish(warehouse, "add", [new])
    nothing = publish(warehouse, "nothing", [new])
    changed = publish(warehouse, "change", [shard(folder / "changed", documents // 2, NEW, "corrected")])
    began = time.perf_counter()
    subprocess.run(["cp", "--reflink=never", str(warehouse), str(folder / "copy")], check=True)
    copied = time.perf_counter() - began
    size = warehouse.stat().st_size / 1e6
    print(
        f"{millions:5g} million rows, {size:6.0f} MB: filled in {filled:6.1f} s, "
        f"{NEW} new documents published in {added:5.2f} s, {NEW} changed ones in {changed:5.2f} s, "
        f"nothing new in {nothing:5.2f} s, cp alone {copied:5.2f} s",
        flush=True,
    )


def briefs(documents: int) -> Iterator[str]:
    """Articles of a headline and one sentence, 130 characters."""
    towns = ("بيروت", "عمّان", "تونس", "الرباط", "مسقط", "الدوحة", "الكويت")
    for n in range(documents):
        town = towns[n % len(towns)]
        yield (
            f"وفد رقم {n} يصل {town}\n\nوصل وفد من {n % 977} شركة إلى {town} يوم {n % 28 + 1} مايو 2025، "
            f"ووقع الوزير اتفاق التعاون رقم {n} يوم الثلاثاء."
        )


def reports(documents: int) -> Iterator[str]:
    """Articles as long as a news report, about 2,600 characters."""
    return (article.text for article in islice(articles(1 << 62), documents))


def known(texts: Iterable[str], folder: Path) -> None:
    """The whole command over articles that are new, then known."""
    inbox = folder / "inbox"
    inbox.mkdir()
    documents = characters = 0
    with (inbox / "news.jsonl").open("w", encoding="utf-8") as writing:
        for text in texts:
            record = {"id": f"d{documents}", "published_at": "2025-05-08", "text": text}
            writing.write(json.dumps(record, ensure_ascii=False) + "\n")
            documents += 1
            characters += len(text)
    command = [
        sys.executable,
        "-c",
        "from hawliyat.flows.cli import console\nif __name__ == '__main__': console()",
    ]
    command += [
        "run",
        str(inbox),
        "--root",
        str(inbox),
        "--warehouse",
        str(folder / "known.duckdb"),
        "--json",
    ]
    environment = {**os.environ, "HAWLIYAT_HOME": str(folder / "home")}
    subprocess.run([sys.executable, "-m", "hawliyat.flows.orchestrator"], env=environment, check=True)
    seconds, processor = [], []
    for _ in range(2):
        began, used = time.perf_counter(), _processor()
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        seconds.append(time.perf_counter() - began)
        processor.append(_processor() - used)
    told = json.loads(done.stdout)["documents"]
    assert told["unchanged"] == told["read"] == documents
    print(
        f"{documents:,} documents of {characters // documents:,} characters: first run {seconds[0]:.1f} s, "
        f"run that finds them known {seconds[1]:.1f} s ({100 * seconds[1] / seconds[0]:.1f}%); "
        f"of processor time {processor[0]:.1f} s, {processor[1]:.1f} s ({100 * processor[1] / processor[0]:.1f}%)",
        flush=True,
    )


def _processor() -> float:
    """Processor seconds of the commands that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def main() -> None:
    """Measure what the command line asks for; temporary files go where TMPDIR says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("millions", type=float, nargs="*", default=[1, 10])
    parser.add_argument("--known", type=int, default=0, metavar="N")
    parser.add_argument("--long", action="store_true", help="the known articles as long as a news report")
    args = parser.parse_args()
    for millions in args.millions:
        with tempfile.TemporaryDirectory() as folder:
            measure(millions, Path(folder))
    if args.known:
        with tempfile.TemporaryDirectory() as folder:
            texts = reports(args.known) if args.long else briefs(args.known)
            known(texts, Path(folder))


if __name__ == "__main__":
    main()
