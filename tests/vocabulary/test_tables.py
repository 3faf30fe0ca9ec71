"""The packaged words: every table has its shape, and no two entries claim the same words unasked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from checker import vocabulary
from checker.language.language import table, table_names
from checker.language.words import cut, stem
from checker.model.rule import AttributeEntry

FOLDERS = ("en", "common", "attributes")
FILES = sorted(path for folder in FOLDERS for path in (vocabulary.ROOT / folder).rglob("*.yaml"))
ATTRIBUTES = {
    identity: TypeAdapter(AttributeEntry).validate_python(entry) for identity, entry in vocabulary.attributes().items()
}
LANGUAGE = [name for name in table_names() if name.startswith(("language/", "names/"))]
WORDS = ("verbs", "nouns", "says", "keys", "alone")


def lists(node: object, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of plain words in a table, with where it stands."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from lists(value, f"{path}/{key}")
    elif isinstance(node, list) and all(isinstance(item, str) for item in node):
        yield path, node
    elif isinstance(node, list):
        for number, item in enumerate(node):
            yield from lists(item, f"{path}/{number}")


class Strict(yaml.SafeLoader):
    """Refuses a key that stands twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        keys = [key.value for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise yaml.YAMLError(f"{node.start_mark}: given twice: {sorted(twice)}")
        return dict(super().construct_mapping(node, deep))


def named(path: Path) -> str:
    return path.relative_to(vocabulary.ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_key_stands_twice(path: Path) -> None:
    assert yaml.load(path.read_text(encoding="utf-8"), Loader=Strict)


def test_ids_are_unique_across_files() -> None:
    files = (vocabulary.ROOT / "attributes").glob("*.yaml")
    named = [identity for path in files for identity in vocabulary.read(path.read_text(encoding="utf-8"))]
    assert len(named) == len(set(named)) == len(ATTRIBUTES)


@pytest.mark.parametrize("identity", ATTRIBUTES)
def test_entry_says_enough(identity: str) -> None:
    entry = ATTRIBUTES[identity]
    assert identity == identity.lower().strip() and " " not in identity
    assert len(entry.examples) >= 2
    assert all(example[0].isupper() and example.endswith(".") for example in entry.examples)
    assert any((entry.verbs, entry.nouns, entry.says, entry.alone)), "nothing in running text calls for it"


@pytest.mark.parametrize("identity", ATTRIBUTES)
def test_entry_words_are_lower_case_and_given_once(identity: str) -> None:
    entry = ATTRIBUTES[identity]
    for name in (*WORDS, "never", "applies_to"):
        words = getattr(entry, name)
        assert len(words) == len(set(words)), f"{name}: a word stands twice"
        assert all(word == word.lower().strip() and word for word in words), name


@pytest.mark.parametrize("identity", ATTRIBUTES)
def test_phrases_hold_one_value_and_words_beside_it(identity: str) -> None:
    for phrase in ATTRIBUTES[identity].says:
        parts = phrase.split(" ")
        assert sum(part.count("{value}") for part in parts) == 1, phrase
        at = next(i for i, part in enumerate(parts) if "{value}" in part)
        beside = parts[max(0, at - 1) : at] + parts[at + 1 : at + 2]
        assert beside and "..." not in beside, f"{phrase}: a gap next to the value says nothing"
        assert parts[0] != "..." and parts[-1] != "...", phrase


@pytest.mark.parametrize("identity", ATTRIBUTES)
def test_no_entry_rules_out_its_own_words(identity: str) -> None:
    entry = ATTRIBUTES[identity]
    for phrase in entry.never:
        for name in ("verbs", "nouns", "says"):
            for word in getattr(entry, name):
                assert f" {phrase} " not in f" {word} ", f"{name} {word!r} can never hold"
        for example in entry.examples:
            low = example.lower().replace(",", " ,").replace(".", " .")
            assert f" {phrase} " not in f" {low} ", example


@pytest.mark.parametrize("identity", ATTRIBUTES)
def test_units_belong_to_counts_measures_and_durations(identity: str) -> None:
    entry = ATTRIBUTES[identity]
    assert not entry.units or entry.value in {"count", "number", "measure", "duration"}
    assert not entry.alone or entry.value in {"count", "number", "measure"}
    if entry.value in {"measure", "duration"}:
        known = {unit for units in table("values/standard_units").values() for unit in units}
        assert set(entry.units) <= known, set(entry.units) - known


def apart(one: AttributeEntry, other: AttributeEntry) -> bool:
    """Whether the subject's type or the counted noun tells two entries with the same word apart."""
    types = set(one.applies_to), set(other.applies_to)
    units = {*one.units, *one.alone}, {*other.units, *other.alone}
    return (any(types) and not types[0] & types[1]) or (all(units) and not units[0] & units[1])


@pytest.mark.parametrize("name", WORDS)
def test_no_two_entries_claim_the_same_word(name: str) -> None:
    claimed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for identity, entry in ATTRIBUTES.items():
        kind = "count" if entry.value == "number" else entry.value
        for word in getattr(entry, name):
            claimed[word, kind].append(identity)
    clashes = {
        (word, one, other)
        for (word, _), identities in claimed.items()
        for one, other in combinations(identities, 2)
        if not apart(ATTRIBUTES[one], ATTRIBUTES[other])
    }
    assert not clashes


def test_subject_types_are_known() -> None:
    known = set(table("names/types")["heads"])
    used = {one for entry in ATTRIBUTES.values() for one in entry.applies_to}
    assert used <= known, used - known


def test_stages_are_known() -> None:
    known = set(table("language/stages"))
    assert {entry.stage for entry in ATTRIBUTES.values() if entry.stage} <= known


@pytest.mark.parametrize("name", [name for name in LANGUAGE if name != "language/irregular"])
def test_lists_hold_no_word_twice(name: str) -> None:
    for path, words in lists(table(name)):
        twice = {word for word in words if words.count(word) > 1}
        assert not twice, f"{path}: {sorted(twice)}"


@pytest.mark.parametrize("name", [name for name in LANGUAGE if name not in ("names/places", "names/join")])
def test_lists_are_lower_case(name: str) -> None:
    for path, words in lists(table(name)):
        assert all(word == word.lower() for word in words), path


def test_irregular_verbs_have_a_past_and_a_participle() -> None:
    verbs = table("language/irregular")
    assert len(verbs) > 180
    for base, forms in verbs.items():
        assert len(forms) == 2 and base.isalpha() and all(form.isalpha() for form in forms), base


@pytest.mark.parametrize("base", table("language/doubling"))
def test_doubling_verbs_end_in_one_consonant(base: str) -> None:
    assert base[-1] not in "aeiouwxy" and base[-2] in "aeiou", base


def test_synonyms_and_types_are_each_of_one_class() -> None:
    for groups in (
        table("language/synonyms"),
        list(table("names/types")["heads"].values()),
        list(table("language/auxiliaries").values()),
    ):
        words = [word for group in groups for word in group]
        assert len(words) == len(set(words)), sorted({word for word in words if words.count(word) > 1})


def entries(written: str) -> list[str]:
    return [entry.strip() for entry in written.split(",")]


def test_the_groups_of_the_word_net_are_written_as_texts_are_cut() -> None:
    for group, written in table("language/word_net")["words"].items():
        assert group.replace("_", "").isalpha() and group == group.lower()
        for entry in entries(written):
            assert entry == entry.lower(), f"{group}: {entry}"
            assert cut(entry)[1] == entry.split(), group


def test_no_group_of_the_word_net_has_a_word_twice() -> None:
    for group, written in table("language/word_net")["words"].items():
        wholes = [tuple(map(stem, entry.split())) for entry in entries(written)]
        twice = {whole for whole in wholes if wholes.count(whole) > 1}
        assert not twice, f"{group}: {sorted(twice)}"


def test_each_pair_of_groups_apart_is_two_groups_and_stands_once() -> None:
    net = table("language/word_net")
    at = {group: number for number, group in enumerate(net["words"])}
    pairs = [(one, other) for one, others in net["apart"].items() for other in entries(others)]
    assert {group for pair in pairs for group in pair} <= set(at)
    assert all(at[one] < at[other] for one, other in pairs)
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    ("name", "added", "expected"),
    [
        ("language/word_net", {"words": {"looms": "loom"}, "apart": {"looms": "attendance"}}, []),
        ("language/word_net", {"groups": {"looms": "loom"}}, ["unknown key 'groups'"]),
        ("language/word_frequencies", {"1": "loom"}, ["is the table's own and cannot be changed"]),
        ("language/word_frequencies", {"9": "loom"}, ["unknown key '9'"]),
    ],
)
def test_what_may_be_added_to_meanings_and_frequencies(name: str, added: object, expected: list[str]) -> None:
    found = vocabulary.shapes.problems(added, table(name), vocabulary.shape(name))
    assert [problem.what for problem in found] == expected


@pytest.mark.parametrize(
    "cue, mode",
    [
        ("is expected", "projected"),
        ("budget request", "requested"),
        ("according to", "reported"),
        ("no longer", "negated"),
        ("if", "hypothetical"),
        ("not only", "asserted"),
    ],
)
def test_modality_cues(cue: str, mode: str) -> None:
    modes = table("language/modality")
    assert [name for name, cues in modes.items() if cue in cues] == [mode]


def test_a_cue_has_one_modality() -> None:
    cues = [cue for group in table("language/modality").values() for cue in group]
    assert len(cues) == len(set(cues)), sorted({cue for cue in cues if cues.count(cue) > 1})


def test_places_have_people_and_no_two_names_are_one() -> None:
    places = table("names/places")
    assert all(entry["people"] for entry in places["countries"].values())
    assert all(entry["short"][0].isupper() for entry in places["states"].values())
    assert len(places["states"]) >= 51 and len(places["countries"]) >= 200
    assert set(places["ambiguous"]) & {*places["countries"], *places["states"]}


def test_common_words_are_no_places() -> None:
    places = table("names/places")
    named = {name.lower() for group in ("countries", "states", "regions") for name in places[group]}
    assert not named & set(table("names/generic")["words"])


@pytest.mark.parametrize("path", FILES, ids=named)
def test_tables_are_read_as_yaml_has_them(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert vocabulary.read(written) == yaml.load(written, Loader=yaml.BaseLoader)


@pytest.mark.parametrize("key", table("language/clauses"))
def test_each_list_of_clauses_is_read_and_says_what_it_is(key: str) -> None:
    modules = [path.read_text(encoding="utf-8") for path in vocabulary.ROOT.parent.rglob("*.py")]
    assert any(f'"{key}"' in module for module in modules if '"language/clauses"' in module)
    lines = (vocabulary.ROOT / "en/language/clauses.yaml").read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{key}: "))
    assert lines[at - 1].startswith("# ")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", None),
        ("a", "a"),
        ("[1, no, ~, '']", ["1", "no", "~", ""]),
        ("{a: &b [1], c: *b}", {"a": ["1"], "c": ["1"]}),
    ],
)
def test_every_scalar_is_a_string(written: str, expected: object) -> None:
    assert vocabulary.read(written) == expected
