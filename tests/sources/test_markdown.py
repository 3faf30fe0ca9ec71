"""Markdown's own blocks, with their words in place."""

from checker.model.document import Source
from checker.sources.markdown import reading

PAGE = """\
Old Mill
========

It opened in 1931 and has
Forty rooms.

> Quoted over
> two lines.

## Facts ##

- **Opened:** 1931
- a second item
  that goes on

    a paragraph of the item
  1. nested

| Year | Guests |
|------|--------|
| 2001 | 1,200  |

```
code 1999
```

<p>Raw tags</p>
"""


def test_blocks() -> None:
    read = reading(Source("mill"), PAGE)
    assert read.blocks is not None
    assert [(b.kind, b.level, " ".join(PAGE[b.start : b.end].split())) for b in read.blocks] == [
        ("heading", 1, "Old Mill"),
        ("paragraph", 0, "It opened in 1931 and has Forty rooms."),
        ("paragraph", 0, "> Quoted over > two lines."),
        ("heading", 2, "Facts"),
        ("item", 1, "**Opened:** 1931"),
        ("item", 1, "a second item that goes on"),
        ("paragraph", 0, "a paragraph of the item"),
        ("item", 2, "nested"),
        ("paragraph", 0, "| Year | Guests | |------|--------| | 2001 | 1,200 |"),
        ("code", 0, "``` code 1999 ```"),
        ("paragraph", 0, "<p>Raw tags</p>"),
    ]


def test_marks_are_blanked_in_place() -> None:
    read = reading(Source("mill"), PAGE)
    assert len(read.blanked) == len(PAGE)
    assert "  Quoted over\n  two lines." in read.blanked
    assert "  Opened:   1931" in read.blanked


def test_line_ends_of_all_kinds_keep_offsets() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = PAGE.replace("\n", end)
        blocks = reading(Source("mill"), text).blocks or ()
        assert [text[b.start : b.end].split() for b in blocks][3] == ["Facts"]
