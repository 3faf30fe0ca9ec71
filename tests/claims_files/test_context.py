"""Labels, qualifiers and open words in claims files: written, corrected by people, and added to files of version 1."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import claims_file_state, pipeline, sources
from checker.claims_files import claims_file
from checker.model.claim import Claim, Record
from checker.model.labels import Labels, OpenWords
from checker.model.qualifiers import (
    DateNearby,
    Divided,
    DurationContext,
    NamedPart,
    Qualifiers,
    Ranking,
    Restatement,
)
from checker.model.user_error import UserError

INN = "The Tarn Inn was founded in 1894 by the town."
BEDS = "It has 40 beds in each of its wings."
LEAFLETS = "The inn printed 300 leaflets worldwide."
TEXT = f"# Tarn Guide\n\n## History\n\n{INN} {BEDS} {LEAFLETS}\n"


def record(text: str) -> Record:
    reading = sources.from_text("guide", text)
    book = pipeline.recommended()
    found = pipeline.record_of(pipeline.document_of(reading), book, pipeline.lexicon_of(book))
    return replace(found, source=replace(reading.source, sha256=str(hash(text))))


def written(text: str, existing: str | None = None) -> str:
    return claims_file.dump(record(text), existing, "guide.yaml", text)


def held(text: str, yaml_text: str) -> dict[str, Claim]:
    found = claims_file.parse(yaml_text, "guide.yaml", text, claims_file_state.qualifiers_of)
    return {claim.value.text: claim for claim in found.claims}


def of_version_1(yaml_text: str) -> str:
    """The file as it was written before claims said what stands around them."""
    bare = re.sub(r"(?m)^    (?:labels|qualifiers|words):\n(?:      .*\n)+", "", yaml_text)
    bare = bare.replace("schema_version: 2", "schema_version: 1")
    return re.sub(r"(?m)^    digest: .*\n", "", bare)


def with_digests(yaml_text: str) -> str:
    """The file with the digest of each claim, as extraction writes it."""
    from checker import strictyaml
    from checker.claims_files.digest import digest

    digests = iter(digest(claim) for claim in strictyaml.parse(yaml_text, "")["claims"])
    parts = yaml_text.split("  - id: guide-")
    return "  - id: guide-".join(
        [parts[0], *(f'{part.rstrip(chr(10))}\n    digest: "{next(digests)}"\n' for part in parts[1:])]
    )


FIRST = with_digests(of_version_1(written(TEXT)))


def edited(yaml_text: str, value: str, old: str, new: str) -> str:
    """The file with ``old`` written as ``new`` in the claim of a value."""
    parts = yaml_text.split("  - id: ")
    n = next(n for n, part in enumerate(parts) if f'text: "{value}"' in part)
    assert old in parts[n]
    parts[n] = parts[n].replace(old, new, 1)
    return "  - id: ".join(parts)


def test_what_is_written_is_read_back() -> None:
    claims = held(TEXT, written(TEXT))
    assert claims["1894"].labels == Labels("Tarn Guide", ("History",))
    assert claims["40"].qualifiers == Qualifiers(each=True, refers_back=True)
    assert claims["300"].qualifiers == Qualifiers(worldwide=True)
    assert claims["300"].words == OpenWords("print", "leaflet")
    assert claims_file.parse(written(TEXT), "", TEXT).claims == tuple(sorted(record(TEXT).claims, key=_place))


def _place(claim: Claim) -> tuple[int, int, int, str, str]:
    return claim.value.start, claim.value.end, claim.evidence.start, claim.attribute, claim.id


WORDS = st.text("abc 12:é'", min_size=1, max_size=6)
SEVERAL = st.lists(WORDS, max_size=2).map(tuple)


@given(
    st.builds(
        Labels,
        title=WORDS,
        headings=st.lists(WORDS, max_size=2).map(tuple),
        row=WORDS,
        column=st.sampled_from(["2019", "7"]),
    ),
    st.builds(
        Qualifiers,
        each=st.booleans(),
        ordinals=SEVERAL,
        role=WORDS,
        restates=st.none() | st.builds(Restatement, WORDS, st.booleans()),
        per=st.none() | WORDS,
        parts=st.lists(st.builds(NamedPart, WORDS, WORDS, st.sampled_from(["plain", "of", "wordy"])), max_size=2).map(
            tuple
        ),
        divides=st.none() | st.builds(Divided, WORDS, st.sampled_from(["all", "partly", "bare"])),
        ranking=st.none() | st.builds(Ranking, SEVERAL, st.booleans(), st.booleans(), st.booleans()),
        lasting=st.none()
        | st.builds(
            DurationContext,
            near=SEVERAL,
            dates=st.lists(st.builds(DateNearby, WORDS, st.booleans(), SEVERAL), max_size=2).map(tuple),
            alone=st.booleans(),
            tells=SEVERAL,
        ),
    ),
    st.builds(OpenWords, noun=WORDS, modifiers=st.lists(WORDS, max_size=2).map(tuple)),
)
@settings(deadline=None, max_examples=40)
def test_whatever_they_say_is_read_back(labels: Labels, qualifiers: Qualifiers, words: OpenWords) -> None:
    known = record(TEXT)
    claims = tuple(replace(c, labels=labels, qualifiers=qualifiers, words=words) for c in known.claims)
    first = claims_file.dump(replace(known, claims=claims))
    assert set(claims_file.parse(first, "", TEXT).claims) == set(claims)
    assert claims_file.dump(replace(known, claims=claims), first, "", TEXT) == first


@pytest.mark.parametrize(
    ("value", "old", "new", "expected"),
    [
        ("40", "each: true", "each: false", Qualifiers(refers_back=True)),
        ("40", "      each: true\n", "", Qualifiers(refers_back=True)),
        (
            "40",
            "each: true",
            "each: true\n      role: students",
            Qualifiers(each=True, role="students", refers_back=True),
        ),
        ("300", "    qualifiers:\n      worldwide: true\n", "", Qualifiers()),
    ],
)
def test_a_corrected_qualifier_wins(value: str, old: str, new: str, expected: Qualifiers) -> None:
    again = written(f"{TEXT}\nA new end.\n", edited(written(TEXT), value, old, new))
    claim = held(f"{TEXT}\nA new end.\n", again)[value]
    assert claim.qualifiers == expected
    assert again.count("status: corrected") == 1
    assert written(f"{TEXT}\nA new end.\n", again) == again


def test_a_corrected_label_wins() -> None:
    again = written(TEXT, edited(written(TEXT), "1894", "headings: [History]", "headings: [Founding]"))
    assert held(TEXT, again)["1894"].labels.headings == ("Founding",)
    assert held(TEXT, again)["40"].labels.headings == ("History",)


def test_a_column_that_is_a_number_is_kept_as_written() -> None:
    text = "# Beds\n\n| Inn | 2019 | 2020 |\n|---|---|---|\n| Tarn | 40 | 50 |\n"
    corrected = edited(written(text), "40", "row: Tarn", "row: Tarn Inn")
    again = written(text, corrected)
    assert held(text, again)["40"].labels == Labels("Beds", row="Tarn Inn", column="2019")
    assert written(text, again) == again


BRIDGE = "The Tarn Bridge is 12 miles (19.3 km) long.\n"
OWN = """  - subject: tarn_bridge
    attribute: length
    value: {kind: measure, text: "19.3 km", low: "19.3", high: "19.3", unit: kilometre}
    evidence: {quote: "The Tarn Bridge is 12 miles (19.3 km) long."}
    origin: manual
"""


def test_a_corrected_relation_wins() -> None:
    corrected = edited(written(BRIDGE), "19.3 km", "marked: true", "marked: false")
    again = written(BRIDGE, corrected)
    assert held(BRIDGE, written(BRIDGE))["19.3 km"].qualifiers.restates == Restatement("12 miles", True)
    assert held(BRIDGE, again)["19.3 km"].qualifiers.restates == Restatement("12 miles")
    assert "marked: false" in again
    assert written(BRIDGE, again) == again


@pytest.mark.parametrize("version", ["1", "2"])
def test_a_claim_that_a_person_added_is_read_beside_the_others(version: str) -> None:
    measured = written(BRIDGE) if version == "2" else with_digests(of_version_1(written(BRIDGE)))
    header, entity, first, _ = measured.split("  - id: ")
    claims = held(BRIDGE, "  - id: ".join((header, entity, first)) + OWN)
    assert claims["19.3 km"].qualifiers.restates == Restatement("12 miles", True)
    assert claims["12 miles"].qualifiers == Qualifiers()


MANUAL = """  - subject: tarn_inn
    attribute: beds
    value: {kind: count, text: "40", low: "40", high: "40", unit: bed}
    evidence: {quote: "It has 40 beds in each of its wings."}
    origin: manual
"""


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("", Qualifiers(each=True, refers_back=True)),
        ("    qualifiers: {each: true}\n", Qualifiers(each=True)),
        ("    qualifiers: {}\n", Qualifiers()),
    ],
)
def test_a_claim_that_a_person_added_is_read_in_its_quote(own: str, expected: Qualifiers) -> None:
    file = f"schema_version: 2\nsource: {{id: guide}}\nclaims:\n{MANUAL}{own}"
    (claim,) = claims_file.parse(file, "", TEXT, claims_file_state.qualifiers_of).claims
    assert (claim.origin, claim.qualifiers) == ("manual", expected)


@pytest.mark.parametrize("wrong", ["each: maybe", "earch: true", "change: sideways"])
def test_a_qualifier_that_is_none_is_refused(wrong: str) -> None:
    file = edited(written(TEXT), "40", "each: true", wrong)
    with pytest.raises(UserError) as failure:
        held(TEXT, file)
    assert re.match(r"guide\.yaml:\d+: ", str(failure.value))


def test_a_file_of_version_1_is_read() -> None:
    claims = held(TEXT, FIRST)
    assert {value: claim.attribute for value, claim in claims.items()} == {
        value: claim.attribute for value, claim in held(TEXT, written(TEXT)).items()
    }
    assert claims["40"].qualifiers == Qualifiers()
    assert claims_file.is_of_earlier_version(FIRST, "")
    assert not claims_file.is_of_earlier_version(written(TEXT), "")


def test_a_file_of_version_1_that_nobody_touched_is_written_anew() -> None:
    assert written(TEXT, FIRST) == written(TEXT)


def test_an_upgrade_keeps_a_review_mark() -> None:
    head = f"  - id: {held(TEXT, FIRST)['40'].id}\n"
    marked = FIRST.replace(head, f"{head}    review: {{status: confirmed, by: Jo}}  # looked twice\n")
    again = written(TEXT, f"# ours\n{marked}")
    assert again.startswith("# ours\nschema_version: 2\n")
    assert "by: Jo" in again
    assert "# looked twice" in again
    assert held(TEXT, again)["40"].qualifiers == Qualifiers(each=True, refers_back=True)
    assert "orphaned:" not in again
    assert written(TEXT, again) == again


@pytest.mark.parametrize("mark", ["", "    review: {status: corrected, by: Jo}\n"])
def test_an_upgrade_keeps_a_corrected_claim_and_adds_what_stands_around_it(mark: str) -> None:
    corrected = edited(FIRST, "40", "    modality: asserted\n", f"    modality: reported\n{mark}")
    again = written(TEXT, corrected)
    claim = held(TEXT, again)["40"]
    assert claim.modality == "reported"
    assert claim.labels == Labels("Tarn Guide", ("History",))
    assert claim.qualifiers == Qualifiers(each=True, refers_back=True)
    assert again.count("status: corrected") == 1
    assert written(TEXT, again) == again


def test_an_upgrade_keeps_manual_claims_orphans_and_rejections() -> None:
    head = f"  - id: {held(TEXT, FIRST)['300'].id}\n"
    file = FIRST.replace(head, f"{head}    review: {{status: rejected}}\n") + MANUAL
    file += 'orphaned:\n  - subject: inn\n    attribute: age\n    value: {kind: count, text: "7"}\n'
    file += '    evidence: {quote: "It is 7 years old."}\n    origin: manual\n'
    again = written(TEXT, file)
    assert "status: rejected" in again
    assert "300" not in held(TEXT, again)
    assert [claim.origin for claim in claims_file.parse(again, "", TEXT).claims].count("manual") == 1
    assert len(claims_file.orphans(again, "")) == 1
    assert written(TEXT, again) == again


def test_a_mark_follows_its_claim_into_a_reworded_sentence_through_an_upgrade() -> None:
    head = f"  - id: {held(TEXT, FIRST)['1894'].id}\n"
    marked = FIRST.replace(head, f"{head}    review: {{status: confirmed}}\n")
    text = TEXT.replace("by the town", "by the whole town")
    again = written(text, marked)
    assert "status: confirmed" in again
    assert "orphaned:" not in again
