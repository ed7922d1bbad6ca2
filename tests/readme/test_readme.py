"""What the README shows is what the code gives: commands, queries, snippets, tables, figures of accuracy."""

import re
import shlex

import pytest

from hawliyat.flows.cli import COMMANDS
from hawliyat.tests.readme.generate import BENCH, MEASURES, make
from hawliyat.tests.readme.regions import README, ROOT, Region, fences, refill, regions
from hawliyat.tests.readme.render import differences
from hawliyat.tests.readme.sandbox import Sandbox

TEXT = README.read_text(encoding="utf-8")
REGIONS = regions(TEXT)
HELD = [region for region in REGIONS if region.kind != BENCH]
LINKED = {"www.geonames.org", "creativecommons.org", "www.unicode.org"}
FOLDERS = ("flows", "tasks", "seeds", "warehouse", "tests", ".ci")


@pytest.mark.parametrize("region", HELD, ids=[region.name for region in HELD])
def test_region_is_what_the_code_gives(region: Region, sandbox: Sandbox) -> None:
    wrong = differences(region.body, make(region, sandbox), tolerant=region.kind in MEASURES)
    assert not wrong, "\n".join(["The README is behind: run python tests/readme/refresh.py", *wrong])


def test_every_query_and_snippet_shows_its_answer() -> None:
    shown = {region.above.end for region in REGIONS if region.kind == "output" and region.above}
    inside = [(region.start, region.end) for region in REGIONS]
    for fence in fences(TEXT):
        if fence.language in ("sql", "python") and not any(a < fence.end < b for a, b in inside):
            assert fence.end in shown, fence.code


def test_regions_cover_what_the_readme_promises() -> None:
    kinds = [region.kind for region in REGIONS]
    answered = [r for r in REGIONS if r.kind == "query" or (r.above and r.above.language == "sql")]
    assert len(answered) >= 5
    assert set(MEASURES) <= set(kinds)
    assert any("$ make run" in region.body for region in REGIONS)


def test_refilling_with_the_same_changes_nothing() -> None:
    assert refill(TEXT, lambda region: region.body) == TEXT


def test_commands_exist() -> None:
    lines = [
        line
        for fence in fences(TEXT)
        for line in fence.code.splitlines()
        if fence.language in ("sh", "console")
    ]
    named = [
        shlex.split(found[1], comments=True)[0]
        for line in lines
        if (found := re.match(r"(?:\$ )?hawliyat (.+)", line))
    ]
    assert named
    assert set(named) <= {*COMMANDS, "--version", "--help"}


def test_named_files_exist() -> None:
    named = set(re.findall(r"[`(]((?:[\w.-]+/)+[\w.-]*)[`)]", TEXT))
    ours = {name for name in named if name.split("/")[0] in FOLDERS and not name.endswith(".duckdb")}
    assert ours
    assert not [name for name in ours if not (ROOT / name).exists()]


def test_nothing_of_one_machine_stands_in_it() -> None:
    assert not re.search(r"/(?:root|home|Users|work|tmp)/|[A-Z]:\\", TEXT)
    assert set(re.findall(r"https?://([^/)>\s]+)", TEXT)) <= LINKED


def test_links_inside_the_page_lead_somewhere() -> None:
    titles = re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors
