"""CSV and TSV: what parts the cells, what heads the columns, and what the lines around tables are."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from checker import check_paths, check_texts
from checker.model.document import Reading, Source
from checker.model.user_error import Unreadable
from checker.sources import read
from checker.sources.sheets.delimited import reading
from tests.sources.damaged import damaged


def of(text: str) -> Reading:
    found = reading(Source("ferry", path="ferry.csv"), text)
    assert len(found.blanked) == len(text)
    return found


def rows(text: str) -> list[tuple[bool | None, list[str]]]:
    found = of(text)
    return [
        (block.head, [found.blanked[start:end].strip() for start, end in block.cells])
        for block in found.blocks or ()
        if block.kind == "row"
    ]


def lines(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.start : b.end]) for b in of(text).blocks or () if b.kind != "row"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Boat,Seats\nAda,120\n", ["Ada", "120"]),
        ("Boat;Seats\nAda;120\n", ["Ada", "120"]),
        ("Boat\tSeats\nAda\t120\n", ["Ada", "120"]),
        ("Boat|Seats\nAda|120\n", ["Ada", "120"]),
        ('Boat,Seats\n"Ada, the second",120\n', ["Ada, the second", "120"]),
        ('Boat,Seats\n"Ada ""Red""",120\n', ['Ada " Red"', "120"]),
        ('Boat,Seats\n"Ada\nof Ardle",120\n', ["Ada\nof Ardle", "120"]),
        ('Boat,Seats\n"Ada" , "120"\n', ["Ada", "120"]),
        ('Boat,Seats\nAda 5" long,120\n', ['Ada 5" long', "120"]),
        ("Boat,Seats,Crew\nAda,,4\n", ["Ada", "", "4"]),
        ("Boat;Length\nAda;12,5\nBea;1.200,75\n", ["Ada", "12.5"]),
        ("Boat;Cost\nAda;1,200\nBea;14.5\n", ["Ada", "1,200"]),
    ],
)
def test_cells(text: str, cells: list[str]) -> None:
    found = rows(text)
    assert found[0][0] is True
    assert found[1] == (False, cells)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Boat,Seats\nAda,120\n", [True, False]),
        ("Ada,120\nBea,80\n", [False, False]),
        ("Boat,2019,2020\nAda,120,130\n", [True, False]),
        ("Boat,2019-04,2019-05\nAda,120,130\n", [True, False]),
        ("Founded,1894\nOwner,Ardle Town\nStaff,41\n", [False, False, False]),
        ("Field,Value\nOwner,Ardle Town\nStaff,41\n", [True, False, False]),
        ("Name,Ardle Ferry\nOwner,Ardle Town\nStaff,41\n", [False, False, False]),
        (",Summer,,Winter,\nBoat,Trips,Guests,Trips,Guests\nAda,4,90,2,30\n", [True, True, False]),
    ],
)
def test_heads(text: str, heads: list[bool]) -> None:
    assert [head for head, _ in rows(text)] == heads


def test_a_title_notes_and_several_tables() -> None:
    text = (
        "# Source: Harbour office\nArdle Ferry in figures,,\n\nBoat,Seats,Crew\nAda,120,4\n\nBea,80,3\n"
        '\nPier,Depth,\nNorth,4 m,\n"Note: depths at low tide.",,\n'
    )
    assert lines(text) == [
        ("title", "Source: Harbour office"),
        ("paragraph", "Ardle Ferry in figures"),
        ("paragraph", "Note: depths at low tide."),
    ]
    assert [head for head, _ in rows(text)] == [True, False, False, True, False]


def test_names_that_machines_write_are_words_and_their_identifiers_no_values() -> None:
    text = "boat_name,branchId,free_seats,latitude\nAda,17,120,54.2\n"
    assert rows(text) == [(True, ["boat name", "branchId", "free seats", "latitude"]), (False, ["Ada", "", "120", ""])]
    claims = check_texts({"a": "The Ada is a boat."}).claims
    assert not claims


def claims_of(folder: Path, text: str, name: str = "ferry.csv") -> list[tuple[str, str]]:
    (folder / name).write_text(text, encoding="utf-8")
    report = check_paths([folder / name])
    assert not report.not_checked
    return [(claim.attribute, claim.value.text) for claim in report.claims]


def test_numbers_of_neighbouring_cells_are_not_one(tmp_path: Path) -> None:
    found = claims_of(tmp_path, "Boat,Seats,Crew,Trips\nAda Line,105,303,320\nBea Line,120,310,330\n")
    assert [text for _, text in found] == ["105", "303", "320", "120", "310", "330"]


def test_data_that_nothing_labels_states_nothing(tmp_path: Path) -> None:
    ballots = "ada,bea,cleo\n" + "".join(f"{n % 4},{n % 3},{n % 5}\n" for n in range(30))
    assert claims_of(tmp_path, ballots, "ballots.csv") == []
    labelled = "boat,seats\n" + "".join(f"Boat {chr(65 + n)},{n + 20}\n" for n in range(20))
    assert len(claims_of(tmp_path, labelled, "boats.csv")) == 20


def test_a_table_of_more_figures_than_anyone_reads_states_nothing() -> None:
    text = "Boat,Seats,Crew\n" + "".join(f"Boat {n},{n},{n}\n" for n in range(3000))
    found = of(text)
    assert [block.kind for block in found.blocks or ()] == ["code"]
    assert [w.message for w in found.warnings] == [
        "a table is raw data, which states nothing: it has more than 5,000 figures"
    ]


def test_a_changed_figure_is_found_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "boats.csv").write_text("Boat,Seats\nAda Line,120\nBea Line,80\n", encoding="utf-8")
    (tmp_path / "about.md").write_text("# Ferries\n\nThe Ada Line has 130 seats.\n", encoding="utf-8")
    report = check_paths([tmp_path])
    conflict = next(finding for finding in report.findings if finding.relation == "conflict")
    claims = {claim.source: claim for claim in report.claims if claim.id in conflict.claims}
    assert claims["boats"].value.text == "120"
    assert claims["boats"].evidence.line == 2
    assert claims["boats"].evidence.quote == "Ada Line,120"


def test_damaged_files_are_read_or_refused(tmp_path: Path) -> None:
    whole = 'Boat;Seats;"Cost ""net"""\nAda;"1,2";£5\n# note\nBea\t8|9,,\n"open\n'.encode()
    for n, data in enumerate(damaged(whole)):
        path = tmp_path / f"{n}.csv"
        path.write_bytes(data)
        try:
            read(path, Source("x"))
        except Unreadable as error:
            assert "\n" not in error.reason


@pytest.mark.parametrize("piece", ['"a', '""', '","', "a,b\n", '"a""b', "#\n", "\n\n", "a;b,c\t"])
def test_time_grows_with_size(piece: str) -> None:
    started = time.perf_counter()
    of(piece * (300_000 // len(piece)))
    assert time.perf_counter() - started < 20
