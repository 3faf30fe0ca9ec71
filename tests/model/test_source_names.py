"""Sources go by their files, with as many folders as tell them apart."""

from __future__ import annotations

import pytest

from checker.model.document import Source
from checker.model.source_names import source_names


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        ({"report": "docs/report.pdf", "letter": "letter.txt"}, {"report": "report.pdf", "letter": "letter.txt"}),
        ({"a": "2020/faq.md", "b": "2021/faq.md"}, {"a": "2020/faq.md", "b": "2021/faq.md"}),
        ({"a": "x/2020/faq.md", "b": "y/2020/faq.md"}, {"a": "x/2020/faq.md", "b": "y/2020/faq.md"}),
        ({"a": "faq.md", "b": "b/faq.md"}, {"a": "faq.md", "b": "b/faq.md"}),
        ({"a": None, "b": "a"}, {"a": "a", "b": "a"}),
        ({"a": "same.md", "b": "same.md"}, {"a": "same.md", "b": "same.md"}),
        ({"a": "/"}, {"a": "a"}),
        ({}, {}),
    ],
)
def test_names(paths: dict[str, str | None], names: dict[str, str]) -> None:
    assert source_names([Source(id, path) for id, path in paths.items()]) == names
