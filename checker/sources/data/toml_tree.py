"""Reads TOML as a tree whose nodes know their places."""

from __future__ import annotations

import re
import tomllib

from checker.sources.data.node_tree import DEEPEST, Node, TooDeep, escaped, malformed

_LINE = re.compile(r"line (\d+)")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*+")
_PART = r"(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s=\"'\[\]#])+"
_KEY = re.compile(rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*")
_STRING = re.compile(
    r'"""(?P<lines>(?:[^"\\]|\\[\s\S]|"(?!""))*+)"{3,5}'
    r"|'''(?P<raw>(?:[^']|'(?!''))*+)'{3,5}"
    r'|"(?P<basic>(?:[^"\\\n]|\\.)*+)"'
    r"|'(?P<literal>[^'\n]*+)'"
)
_BARE = re.compile(r"[^,\]}\n#]*")


def trees(text: str) -> list[Node]:
    """The one tree of ``text``, a table under its whole name; raises Unreadable for what is no TOML."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        raise malformed("TOML", int(found[1]) if found else 1, str(error).partition(" (at")[0].lower()) from error
    except RecursionError as error:
        raise TooDeep from error
    return [_Reader(text).root()]


class _Reader:
    """Goes through text that is known to be TOML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def root(self) -> Node:
        """The whole text: its own values, then each table; those that are of one list are one."""
        root: list[tuple[Node, Node]] = []
        lists: dict[str, list[Node]] = {}
        keys: dict[str, Node] = {}
        entries = root
        self._skip()
        while self.at < len(self.text):
            if self.text[self.at] != "[":
                entries.append(self._entry(0))
                self._skip()
                continue
            many = self.text.startswith("[[", self.at)
            self.at += 2 if many else 1
            self._skip()
            key = self._key()
            self.at = self.text.index("]", self.at) + (2 if many else 1)
            entries = []
            start = self.at
            self._skip()
            while self.at < len(self.text) and self.text[self.at] != "[":
                entries.append(self._entry(0))
                self._skip()
            table = Node("map", start, self.at, entries=tuple(entries))
            if many:
                name = self.text[key.start : key.end]
                keys.setdefault(name, key)
                lists.setdefault(name, []).append(table)
            else:
                root.append((key, table))
        for name, tables in lists.items():
            root.append((keys[name], Node("list", tables[0].start, tables[-1].end, items=tuple(tables))))
        return Node("map", 0, len(self.text), entries=tuple(sorted(root, key=lambda entry: entry[0].start)))

    def _skip(self) -> None:
        found = _BLANK.match(self.text, self.at)
        self.at = found.end() if found is not None else self.at

    def _key(self) -> Node:
        found = _KEY.match(self.text, self.at)
        assert found is not None
        start, self.at = found.span()
        end = self.at
        if self.text[start] in "\"'" and self.text[end - 1] == self.text[start]:
            start, end = start + 1, end - 1
        return Node("text", start, end)

    def _entry(self, depth: int) -> tuple[Node, Node]:
        key = self._key()
        self.at = self.text.index("=", self.at) + 1
        self._skip()
        return key, self._value(depth)

    def _value(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise TooDeep
        sign = self.text[self.at]
        if sign in "\"'":
            return self._string()
        if sign in "[{":
            return self._inner(sign, depth)
        found = _BARE.match(self.text, self.at)
        assert found is not None
        start, self.at = found.span()
        return Node("value", start, start + len(found[0].rstrip()))

    def _string(self) -> Node:
        found = _STRING.match(self.text, self.at)
        assert found is not None and found.lastgroup is not None
        self.at = found.end()
        start, end = found.span(found.lastgroup)
        basic = found.lastgroup in ("lines", "basic")
        return Node("text", start, end, edits=escaped(self.text, start, end) if basic else ())

    def _inner(self, sign: str, depth: int) -> Node:
        """A list, or a map in one line."""
        start = self.at
        entries: list[tuple[Node, Node]] = []
        items: list[Node] = []
        close = "]" if sign == "[" else "}"
        self.at += 1
        self._skip()
        while self.text[self.at] != close:
            if sign == "[":
                items.append(self._value(depth + 1))
            else:
                entries.append(self._entry(depth + 1))
            self._skip()
            if self.text[self.at] == ",":
                self.at += 1
                self._skip()
        self.at += 1
        if sign == "[":
            return Node("list", start, self.at, items=tuple(items))
        return Node("map", start, self.at, entries=tuple(entries))
