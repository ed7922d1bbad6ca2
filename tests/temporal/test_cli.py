"""`hawliyat tag` on text, file and standard input, as JSON and as TimeML."""

import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import hawliyat
from hawliyat.flows.cli import main
from hawliyat.tasks.temporal import tag

TEXT = "وصل الوزير يوم الثلاثاء 1 تموز/يوليو 2025 وبقي ثلاثة أيام."
SURFACES = ["يوم الثلاثاء 1 تموز/يوليو 2025", "ثلاثة أيام"]


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["tag", *arguments]) == 0
    return capsys.readouterr().out


def test_text_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(said(capsys, TEXT))
    assert [TEXT[row["start"] : row["end"]] for row in rows] == SURFACES
    assert [row["surface"] for row in rows] == SURFACES
    assert [(row["type"], row["value"]) for row in rows] == [("DATE", "2025-07-01"), ("DURATION", "P3D")]
    assert (rows[0]["date_from"], rows[0]["date_to"], rows[0]["grain"]) == ("2025-07-01", "2025-07-01", "day")
    assert rows[1]["date_from"] is None


def test_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "خبر.txt"
    path.write_text(TEXT, encoding="utf-8-sig")
    assert said(capsys, str(path)) == said(capsys, TEXT)


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    expected = said(capsys, TEXT)
    for arguments in (["-"], []):
        monkeypatch.setattr("sys.stdin", io.StringIO(TEXT))
        assert said(capsys, *arguments) == expected


def test_the_date_resolves_what_hangs_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(said(capsys, "وصل أمس"))[0]["value"] == "UNRESOLVED"
    assert json.loads(said(capsys, "وصل أمس", "--published-at", "2025-07-01"))[0]["value"] == "2025-06-30"
    timed = json.loads(said(capsys, "وصل قبل ساعتين", "--published-at", "2025-07-01T14:30"))
    assert timed[0]["value"] == "2025-07-01T12:30"


def test_timeml_is_the_text_with_marks(capsys: pytest.CaptureFixture[str]) -> None:
    text = 'قال "نعم" & <لا> في مطلع عام 2022 و1 < 2، ثم عاد أمس.'
    out = said(capsys, text, "--format", "timeml", "--published-at", "2025-07-01")
    tree = ET.fromstring(f"<TimeML>{out}</TimeML>")
    assert "".join(tree.itertext()) == text + "\n"
    marks = [(mark.attrib, mark.text) for mark in tree]
    assert marks == [
        ({"tid": "t1", "type": "DATE", "value": "2022", "mod": "START"}, "مطلع عام 2022"),
        ({"tid": "t2", "type": "DATE", "value": "2025-06-30"}, "أمس"),
    ]


def test_nothing_found_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(said(capsys, "لا شيء هنا")) == []
    assert said(capsys, "لا شيء هنا", "--format", "timeml") == "لا شيء هنا\n"
    assert json.loads(said(capsys, "")) == []


@pytest.mark.parametrize(
    "arguments", [["--published-at", "غدا"], ["--published-at", "2025-13-01"], ["--format", "xml"]]
)
def test_wrong_usage_is_said_in_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert leave(["tag", TEXT, *arguments]) == 2
    error = capsys.readouterr().err
    assert len(error.strip().splitlines()) == 1, error


def leave(arguments: list[str]) -> int:
    """The status with which a command leaves, returned or raised."""
    try:
        return main(arguments)
    except SystemExit as end:
        return int(end.code or 0)


def test_the_package_offers_the_tagger() -> None:
    assert hawliyat.tag is tag
    assert isinstance(hawliyat.tag(TEXT)[0], hawliyat.Timex)
