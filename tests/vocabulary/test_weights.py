"""Each weight is that of a feature which the program notes, and each feature has a weight or is listed as 0."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker import sources, text, values
from checker.claims.claimhood_features import Surroundings
from checker.claims.extract import extract_claims
from checker.extraction.extract_one import lexicon_of
from checker.language.language import table
from checker.linguistics.document_entities import candidates_of, names_of
from checker.linguistics.namehood import described
from checker.linguistics.ranking import score, weights
from checker.linguistics.topic_features import names_of_features
from checker.pipeline import recommended

TESTS = Path(__file__).parent.parent
INVENTED = """\
# Osier Lock

The kit keeps `40` boats, `keep 30`, "20" nets and 12^4 gates. Osier Lock opened in spring 1911,
as Voss, A. (1911). says. The mill is of the nineteenth century, the tower of the 19th century.
It has 40x ropes, 40%x and zero nets.
Edition 4. Free to all boats. Keep 12 ropes dry.
Osier Lock 40 metres.

What share of the gates is of oak?

40%.

Osier Lock ranks third. It is the 3rd largest lock. It was ranked 3rd in 1911.

Osier Lock 40 hours. Osier Lock 40%. The lists at osier://boats name 40 boats.

At least 40 boats keep to it, and fewer than 30 boats. It takes 4 to 6 hours. It is up to 40 metres deep, for less than
$40. It holds almost 40. About 40%, less than 30%, more than 20%, up to 60% and 10-20% of the boats are of oak. More
than 1 in 4 boats is old. The student-faculty ratio is 12:1.

Boats may take up to £40 of it.

The lock is in Tarn Papers 12, p. 31, fol. 4. Old boats are of oak (Tarn Press, 1974).

Week: 40 boats
Depth: 3 m

| Boat | Reference | Ropes |
|---|---|---|
| Tarn | Tarn Papers 12 | 900 |
| Lund | Tarn Papers 31 | 750 |

## References

The lock was lit in 1974.
"""
WITHOUT_WEIGHT = yaml.safe_load("""
claimhood: [
  number of attribute none,
  answers multiple, behind name text, count range, date more_than, glued behind,
  kind text, money more_than, money range, multiple of attribute none, percentage at_least, preposition before text,
  ratio almost, ratio of attribute none, text of attribute known, time less_than, word before ordinal,
  word before text
]
namehood: [always inside a sentence, initial, twice, words 2]
""")
"""Features that fewer examples have than a fit takes, or that the fit gave next to nothing."""


def noted() -> dict[str, set[str]]:
    """The features that are noted in documents of all kinds."""
    found: dict[str, set[str]] = {"claimhood": set(), "namehood": set()}
    rulebook = recommended()
    lexicon = lexicon_of(rulebook)
    files = [path for path in sorted(TESTS.glob("labelled_folders/*/docs/**/*")) if path.is_file()]
    files += sorted((TESTS.parent / "seeds").glob("*.txt"))
    for written in (INVENTED, *(path.read_text(encoding="utf-8") for path in files)):
        document = text.read(sources.from_text("a", written))
        mentions = values.find(document.plain, document.text)
        claims = extract_claims(document, mentions, rulebook, lexicon, least=0).claims
        around = Surroundings(document, names_of(document), claims)
        found["claimhood"].update(feature for claim in claims for feature in around.features(claim))
        uses = described(candidates_of(document), document.plain, set(document.plain.split()))
        found["namehood"].update(feature for features in uses.values() for feature in features)
    return found


@pytest.fixture(scope="module")
def features() -> dict[str, set[str]]:
    return noted()


@pytest.mark.parametrize("name", ["claimhood", "namehood"])
def test_each_weight_is_that_of_a_feature(features: dict[str, set[str]], name: str) -> None:
    assert set(table(f"weights/{name}")["weights"]) - features[name] == {"always"}


@pytest.mark.parametrize("name", ["claimhood", "namehood"])
def test_each_feature_has_a_weight_or_is_listed(features: dict[str, set[str]], name: str) -> None:
    weighed = set(table(f"weights/{name}")["weights"])
    assert features[name] - weighed <= set(WITHOUT_WEIGHT[name])
    assert weighed.isdisjoint(WITHOUT_WEIGHT[name])


def test_each_feature_of_topics_has_a_weight_and_each_weight_a_feature() -> None:
    assert weights("topic").keys() == names_of_features()


@pytest.mark.parametrize("name", ["claimhood", "namehood"])
def test_a_threshold_is_a_likelihood(name: str) -> None:
    assert 0 < float(table(f"weights/{name}")["threshold"]) < 1


def test_a_score_is_the_weighted_sum_of_what_has_a_weight() -> None:
    assert score({"early": 2.0, "loud": 1.0, "unknown": 9.0}, {"early": 1.5, "loud": -0.5, "other": 7.0}) == 2.5
    assert score({}, {"early": 1.5}) == 0
