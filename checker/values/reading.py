"""The text under reading with its tokens: what stands before, between and after them."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.values.tokens import Token, scan

_WORD_END = ".,;:!?)]}\"'*"


@dataclass(slots=True)
class Reading:
    """Folded text and the tokens in it."""

    text: str
    tokens: list[Token] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Reading:
        return cls(text, scan(text))

    def gap(self, i: int) -> str:
        """What stands between token ``i`` and the next; a newline where there is no next."""
        tokens = self.tokens
        if i + 1 >= len(tokens):
            return "\n"
        return self.text[tokens[i].end : tokens[i + 1].start]

    def word_before(self, at: int) -> tuple[str, int]:
        """The word, lower case, that ends right before the blank before ``at``, and its start."""
        text = self.text
        if at < 2 or text[at - 1] != " ":
            return "", at
        end = at - 1
        start = max(text.rfind(" ", max(0, end - 40), end), text.rfind("\n", max(0, end - 40), end)) + 1
        if start == 0 and end > 40:
            return "", at
        word = text[start:end].lstrip("([\"'").lower()
        return word, end - len(word)

    def word_after(self, at: int) -> tuple[str, int, int]:
        """The word as written after ``at`` (one blank or hyphen, or nothing, between), its start and end."""
        text = self.text
        start = at
        if text[at : at + 1] in (" ", "-"):
            start += 1
        word = text[start : start + 32].split(" ", 1)[0].split("\n", 1)[0].split("\t", 1)[0].rstrip(_WORD_END)
        return word, start, start + len(word)
