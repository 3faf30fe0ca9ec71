"""The options of a rule are checked by its kind, and what is meant is named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model.user_error import UserError
from checker.rules import KINDS
from checker.rules.load import load, recommended
from checker.rules.options import OPTIONS, problems

RULE = """\
extends: recommended
rules:
  - id: own
    kind: {kind}
    why: It must.
    options:
      {options}
    examples:
      agree: ["It opened in 1907."]
"""


def told(folder: Path, kind: str, options: str) -> list[str]:
    (folder / "own.yaml").write_text(RULE.format(kind=kind, options=options), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load([folder / "own.yaml"], kinds=KINDS)
    return [line.replace(f"{folder}/", "") for line in (str(caught.value), *caught.value.notes)]


def test_every_kind_says_which_options_it_has() -> None:
    assert OPTIONS.keys() == KINDS.keys()


def test_the_recommended_rules_keep_to_them() -> None:
    book = recommended()
    assert [p for rule in book.rules for p in problems(rule, book.attributes)] == []


@pytest.mark.parametrize(
    ("kind", "options", "expected"),
    [
        ("agreement", "hold: [once]", "7: of kind agreement has no option 'hold'; did you mean 'holds'?"),
        ("agreement", "holds: onse", "7: option 'holds' cannot be 'onse'; did you mean 'once'?"),
        ("agreement", "holds: [once, per_tim]", "7: option 'holds' cannot be 'per_tim'; did you mean 'per_time'?"),
        ("definition", "holds: [once]", "7: of kind definition has no option 'holds'; leave it out"),
        (
            "order",
            "{earlier: foundet, later: [activity, closed]}",
            "7: option 'earlier' names the unknown attribute 'foundet'; did you mean 'founded'?",
        ),
        ("order", "earlier: founded", "4: of kind order lacks the option 'later'; add later under options"),
        (
            "elapsed",
            "{start: born, end: died, tolerance: 1 year}",
            "7: option 'tolerance' cannot be '1 year'; write a number such as 1",
        ),
        ("conversion", "tolerance: '10 %'", "7: option 'tolerance' cannot be '10 %'; write a share such as 3%"),
        ("conversion", "tolerance: '1.٢%'", "7: option 'tolerance' cannot be '1.٢%'; write a share such as 3%"),
        ("conversion", "tolerance: '٢%'", "7: option 'tolerance' cannot be '٢%'; write a share such as 3%"),
        ("conversion", "tolerance: '1.%'", "7: option 'tolerance' cannot be '1.%'; write a share such as 3%"),
        ("conversion", "tolerance: '.5%'", "7: option 'tolerance' cannot be '.5%'; write a share such as 3%"),
        ("conversion", "tolerance: '1.a%'", "7: option 'tolerance' cannot be '1.a%'; write a share such as 3%"),
        ("conversion", "tolerance: 'a.5%'", "7: option 'tolerance' cannot be 'a.5%'; write a share such as 3%"),
        (
            "total",
            "{of: shares, wholes: [opinions]}",
            "7: option 'wholes' cannot be 'opinions'; did you mean 'opinion'?",
        ),
        (
            "ratio",
            "{amount: [budget], over: [students], per: {a: b}}",
            "7: option 'per' must be a name or a list of names; write them as [a, b]",
        ),
    ],
)
def test_what_is_wrong(tmp_path: Path, kind: str, options: str, expected: str) -> None:
    line, _, what = expected.partition(": ")
    assert told(tmp_path, kind, options) == [f"own.yaml:{line}: rule 'own' {what}"]


def test_all_that_is_wrong_at_once(tmp_path: Path) -> None:
    assert len(told(tmp_path, "ratio", "{amounts: budget, over: pupils}")) == 3
