"""Times the values stage against quantulum3 and dateparser.search, in one run and on the same text.

usage: python benchmarks/values.py [PATH ...] [--megabytes 2] [--peers 20]

Without a path the text is made up: sentences of a local newspaper, nearly all different, with values in every
third of them; three such texts are read once each. With paths, files or folders, it is every different line of their
*.txt and *.md and of the strings in their *.jsonl, each of them once, up to the size. It is read once, in a process
that has read no such line before, so that nothing remembered helps. What a megabyte costs goes by the values in it,
hence the time for each. The peers, which are no dependencies of the package, read the first kilobytes alone
(--peers) since they are slow; what counts is the ratio of the rates.
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from checker import find_values

_READ = (".txt", ".md", ".jsonl")
_PLAIN = [
    "The {a} {noun} said that the {b} {thing} would {verb} where it is until somebody {c} for it.",
    "Visitors praised the {thing}, and the {a} keeper thanked everyone who had {c} with the {noun}.",
    "Nobody knows who {c} the {b} {thing}, although a letter in the {noun} names a pupil of the {a} school.",
    "Critics of the {a} plan argue that the {thing} would {verb} the {noun} off from its {b} meadow.",
    "The {b} choir, which is known well beyond the {noun}, {c} whenever the {a} {thing} allows it.",
    "A {a} spokesman declined to {verb} on the {b} talks with the {noun}, but called them {c}.",
]
_FILLERS = {
    "a": [
        "harbour",
        "old",
        "quiet",
        "famous",
        "northern",
        "proud",
        "small",
        "local",
        "former",
        "tidy",
        "modest",
        "lively",
        "distant",
        "sober",
        "royal",
    ],
    "b": [
        "crooked",
        "wooden",
        "painted",
        "empty",
        "restored",
        "narrow",
        "heavy",
        "hidden",
        "charming",
        "rusty",
        "noble",
        "plain",
        "solemn",
    ],
    "c": [
        "asks",
        "helped",
        "repaired",
        "sings",
        "friendly",
        "called",
        "carried",
        "admired",
        "waited",
        "travels",
        "mended",
        "polished",
    ],
    "noun": [
        "office",
        "railway",
        "archive",
        "parish",
        "village",
        "museum",
        "library",
        "garden",
        "council",
        "ferry",
        "market",
        "quarry",
    ],
    "thing": [
        "crane",
        "fence",
        "ceiling",
        "road",
        "weather",
        "letter",
        "bridge",
        "window",
        "bell",
        "lantern",
        "barrel",
        "staircase",
    ],
    "verb": ["stay", "comment", "cut", "remain", "fall", "stand", "travel", "wander", "linger", "sail", "rest"],
}
_STATED = [
    "The museum was founded in {year} and moved to its present home on {month} {day}, {year}.",
    "About {count} people visited the exhibition, which cost ${amount} million.",
    "Between {year} and {later}, the fleet grew by {percent}% to {number} boats.",
    "The tower is {small} metres tall and took {few} years to build.",
    "More than {count} pupils have attended since the early {decade}s.",
    "The council set aside ${amount} million for fiscal year {year}, up from ${amount} million.",
]
_MONTHS = ["January", "March", "May", "July", "September", "November"]


def made_up(characters: int, seed: int) -> str:
    """Prose of that many characters, the same for the same seed."""
    chance = random.Random(seed)
    parts: list[str] = []
    size = 0
    while size < characters:
        sentences = [_sentence(chance) for _ in range(chance.randrange(3, 8))]
        parts.append(" ".join(sentences) + "\n\n")
        size += len(parts[-1])
    return "".join(parts)[:characters]


def _sentence(chance: random.Random) -> str:
    if chance.random() < 2 / 3:
        return chance.choice(_PLAIN).format(**{name: chance.choice(words) for name, words in _FILLERS.items()})
    year = chance.randrange(1850, 2020)
    return chance.choice(_STATED).format(
        year=year,
        later=year + chance.randrange(2, 30),
        month=chance.choice(_MONTHS),
        day=chance.randrange(1, 29),
        count=f"{chance.randrange(1000, 900000):,}",
        number=f"{chance.randrange(100, 90000):,}",
        amount=chance.randrange(1, 400) / 10,
        percent=chance.randrange(1, 99),
        small=chance.randrange(12, 400),
        few=chance.randrange(2, 40),
        decade=chance.randrange(188, 201) * 10,
    )


def from_files(paths: list[Path], characters: int) -> str:
    """The different lines of the texts at these paths, each once, up to that many characters."""
    found: dict[str, None] = {}
    for path in paths:
        below = [file for file in sorted(path.rglob("*")) if file.is_file() and file.suffix in _READ]
        for file in [path] if path.is_file() else below:
            written = file.read_text(encoding="utf-8", errors="replace")
            lines = _lines_in_json(written) if file.suffix == ".jsonl" else written.splitlines()
            found.update(dict.fromkeys(lines))
    whole = "\n".join(found)
    if not whole.strip():
        raise SystemExit(f"no text in {', '.join(map(str, paths))}: give files, or folders with {', '.join(_READ)}")
    return whole[:characters]


def _lines_in_json(written: str) -> Iterator[str]:
    for number, line in enumerate(written.split("\n"), 1):
        if line.strip():
            try:
                value = json.loads(line)
            except ValueError as error:
                raise SystemExit(f"line {number} is no JSON: {error}") from None
            for string in _strings(value):
                yield from string.splitlines()


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for member in value.values() if isinstance(value, dict) else value:
            yield from _strings(member)


def rate(read: Callable[[str], object], texts: list[str]) -> float:
    """The best rate over some texts, each read once, in megabytes a second of this process's own time."""
    best = 0.0
    for text in texts:
        start = time.process_time()
        read(text)
        best = max(best, len(text) / 1e6 / (time.process_time() - start))
    return best


def peers() -> dict[str, Callable[[str], object]]:
    """The peers that are installed here."""
    found: dict[str, Callable[[str], object]] = {}
    for name, module, function in (
        ("quantulum3", "quantulum3.parser", "parse"),
        ("dateparser.search", "dateparser.search", "search_dates"),
    ):
        try:
            found[name] = getattr(importlib.import_module(module), function)
        except ImportError:
            print(f"{name:20s} not installed")
    return found


def main() -> None:
    """Print each rate, and how many times faster the values stage is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--megabytes", type=float, default=2)
    parser.add_argument("--peers", type=float, default=20, help="kilobytes that the peers read")
    options = parser.parse_args()
    size = int(options.megabytes * 1e6)
    texts = [from_files(options.paths, size)] if options.paths else [made_up(size, seed) for seed in (1, 2, 3)]
    find_values(made_up(100_000, 4))
    own = rate(find_values, texts)
    text, found = texts[0], find_values(texts[0])
    print(f"{len(text) / 1e6:.1f} MB, {len(found)} values, one every {len(text) // max(1, len(found))} characters")
    each = len(text) / own / max(1, len(found))
    print(f"{'values':20s} {own:8.3f} MB/s   {each:.0f} microseconds a value")
    for name, read in peers().items():
        other = rate(read, [text[: int(options.peers * 1000)]])
        print(f"{name:20s} {other:8.4f} MB/s   values is {own / other:,.0f} times as fast")


if __name__ == "__main__":
    main()
