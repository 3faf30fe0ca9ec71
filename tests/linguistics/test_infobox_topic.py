"""The topic of a page that goes on with labelled lines: its title, or the full name where that is only a label."""

from __future__ import annotations

import pytest

from checker.linguistics.infobox_topic import title_of
from tests.linguistics.documents import document

PROSE = "The bridge opened in 1871 to all who came by."


def lines(count: int) -> str:
    return "".join(f"Key{n}: {n} m\n" for n in range(count))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"# Corran Bridge\n\n{lines(3)}", "Corran Bridge"),
        (f"# Corran Bridge\n\nLength: 3 m\n\n{PROSE}\n\n{PROSE}\n\n{lines(2)}", "Corran Bridge"),
        (f"# Corran Bridge\n\nLength: 3 m\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{lines(3)}", None),
        (f"# Corran Bridge\n\n{PROSE}\n\n{lines(3)}", None),
        (f"{PROSE}\n\n{lines(3)}", None),
        ("# Corran Bridge", None),
        (f"# **\n\n{lines(3)}", None),
        (f"# A B C D E F G H I J\n\n{lines(3)}", "A B C D E F G H I J"),
        (f"# A B C D E F G H I J K\n\n{lines(3)}", None),
        ("# Facts\n\nName: Tarn Hall (old)\nLength: 3 m\n", "Tarn Hall"),
        ("# Facts\n\nName: Tarn Hall, Lund\nLength: 3 m\n", "Tarn Hall"),
        ("# Facts\n\nLength: 3 m\nWidth: 2 m\n", None),
        (f"# Facts\n\n{lines(11)}Name: Tarn Hall\n", "Tarn Hall"),
        (f"# Facts\n\n{lines(12)}Name: Tarn Hall\n", None),
        (f"# Facts\n\nName: A B C D E F\n{lines(2)}", "A B C D E F"),
        (f"# Facts\n\nName: A B C D E F G\n{lines(2)}", None),
    ],
)
def test_title_of(text: str, expected: str | None) -> None:
    read = document(text)
    name = title_of(read)
    assert (name.text if name is not None else None) == expected
    if name is not None:
        assert name.text in read.plain[name.start : name.end]
