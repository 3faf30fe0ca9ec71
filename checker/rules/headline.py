"""Says in one plain sentence what a finding is about.

``The museum was founded in 1896 or 1897: annual.txt and press.md disagree``. The sentences are data: those of an
attribute stand with the attribute, all others in ``vocabulary/headlines.yaml``. Sources go by their file names, and
no mark of Markdown or HTML is left. No fingerprint depends on a headline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from checker.language.attribute_label import attribute_label
from checker.language.markup import without_marks
from checker.language.wording import names_value, stands_in, with_article
from checker.language.words import LISTED
from checker.model.claim import UNNAMED, Claim
from checker.model.constraint import Constraint
from checker.model.kinds import counts
from checker.model.rule_input import RuleInput
from checker.rules.finding_builder import shown, typical
from checker.vocabulary import headlines

_LONGEST_SUBJECT = 70
_LONGEST_WORDS = 90
_MOST_NAMED = 3
"""Of more sources than this, the first are named and the others counted."""
_NAMESAKE = "~"
_FILLED = frozenset({"subject", "of", "for", "label", "value", "number", "when"})
"""What the sentence of an attribute can have in braces."""
_BOUND = ("named", "referred", "topic")


def told(kind: str, form: str, **parts: str) -> str:
    """The sentence of a kind of rule for what it found, filled in.

    ``parts``: by name what stands in braces; under a name with a capital, the same with a capital.
    """
    forms = headlines()[kind]
    return _told(forms.get(form) or forms["other"], parts)


def _told(sentence: str, parts: Mapping[str, str]) -> str:
    capital = {name.capitalize(): capitalised(words) for name, words in parts.items()}
    return capitalised(" ".join(sentence.format_map(capital | dict(parts)).split()))


def capitalised(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def joined(words: Sequence[str], last: str = "and") -> str:
    """``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def quoted(text: str) -> str:
    """Words of a document as a headline shows them: without marks, on one line, and not too many."""
    words = without_marks(text)
    if len(words) <= _LONGEST_WORDS:
        return words
    return f"{words[:_LONGEST_WORDS].rpartition(' ')[0] or words[:_LONGEST_WORDS]} …"


def sources(given: RuleInput, claims: Iterable[Claim]) -> str:
    """The file names of the sources that claims are from: ``a.md, b.md, c.md and 4 more``."""
    names = sorted({given.names.get(claim.source, claim.source) for claim in claims})
    if len(names) > _MOST_NAMED + 1:
        names = [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} more"]
    return joined(names)


def where(given: RuleInput, claims: Sequence[Claim]) -> str:
    """The same; of what stands at one page, slide or cell with that: ``report.docx, page 2``."""
    places = {_place(claim) for claim in claims}
    place = places.pop() if len(places) == 1 and len({claim.source for claim in claims}) == 1 else ""
    return sources(given, claims) + place


def _place(claim: Claim) -> str:
    evidence = claim.evidence
    if evidence.cell is not None:
        return f", cell {evidence.cell}"
    if evidence.slide is not None:
        return f", slide {evidence.slide}"
    return f", page {evidence.page}" if evidence.page is not None else ""


def subject(claims: Sequence[Claim]) -> str:
    """What claims are about, by its name, with "the" where a document says so; empty where none names it."""
    if not claims:
        return ""
    claim = _naming(claims)
    whole, _, part = claim.subject_name.partition(", ") if not claim.subject.is_whole else (claim.subject_name, "", "")
    name, part = quoted(whole), quoted(part)
    if claim.subject.entity.partition(_NAMESAKE)[0] == UNNAMED:
        return part
    if len(name) > _LONGEST_SUBJECT:
        name = f"{name[:_LONGEST_SUBJECT].rpartition(' ')[0]} …"
    name = with_article(name, claims)
    if not part:
        return name
    return f"{name} in {part}" if claim.subject.place and not claim.subject.part else f"{name} ({part})"


def _naming(claims: Sequence[Claim]) -> Claim:
    """The claim whose name for the subject most of them use, else one whose sentence holds it, else the shortest."""
    used = Counter(claim.subject_name for claim in claims)

    def rank(claim: Claim) -> tuple[int, int, int, str]:
        name = claim.subject_name
        return -used[name], _BOUND.index(claim.binding), len(name), name

    return min(claims, key=rank)


def named(claims: Sequence[Claim]) -> dict[str, str]:
    """The subject of claims as parts of a sentence: ``for`` is " for the museum", ``of`` " of the museum"."""
    name = subject(claims)
    if not name:
        return {"subject": "it", "for": "", "of": "", "about": ""}
    about = f", {name}" if "(" in name else f" ({name})"
    return {"subject": name, "for": f" for {name}", "of": f" of {name}", "about": about}


def opening(claims: Sequence[Claim]) -> str:
    """``For the museum, ``, or nothing."""
    name = subject(claims)
    return f"For {name}, " if name else ""


def label(given: RuleInput, attribute: str, claim: Claim) -> str:
    """An attribute as people read it: the label of its entry, else its words."""
    entry = given.attributes.get(attribute)
    return entry.label if entry is not None and entry.label else without_marks(attribute_label(claim))


def labelled(given: RuleInput, claim: Claim) -> str:
    """``1871 (born)``: a value with its attribute, where its own words do not name that."""
    words, name = quoted(shown(claim)), label(given, claim.attribute, claim)
    return words if name.casefold() in words.casefold() else f"{words} ({name})"


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a headline, and the claims that state it."""

    claims: tuple[Claim, ...]

    @property
    def claim(self) -> Claim:
        return typical(self.claims)

    @property
    def words(self) -> str:
        """The value with what it counts."""
        return _within(self.claim, quoted(shown(self.claim)))

    @property
    def figure(self) -> str:
        """The value without what it counts."""
        claim = self.claim
        listed = claim.attribute.startswith(LISTED)
        return claim.value.low or self.words if listed else _within(claim, quoted(claim.value.text))

    @property
    def noun(self) -> str:
        """What is counted; empty where nothing is named, or where it stands within the value."""
        claim = self.claim
        if not counts(claim.value.kind) or not self.words.startswith(f"{self.figure} "):
            return ""
        return self.words[len(self.figure) + 1 :]

    @property
    def sources(self) -> frozenset[str]:
        return frozenset(claim.source for claim in self.claims)


def _within(claim: Claim, words: str) -> str:
    """A figure as it is written within a sentence: ``five`` for the ``Five`` that opens one."""
    first = words.partition(" ")[0]
    if claim.value.kind in {"date", "text"} or not (first.isalpha() and first.istitle()):
        return words
    return words[:1].lower() + words[1:]


def sides(positions: Sequence[Sequence[Claim]]) -> list[Side]:
    """The positions, those that are told in the same words as one."""
    found: dict[str, list[Claim]] = {}
    for claims in positions:
        found.setdefault(Side(tuple(claims)).words.casefold(), []).extend(claims)
    return [Side(tuple(claims)) for claims in found.values()]


def differing(given: RuleInput, attribute: str, positions: Sequence[Sequence[Claim]], possible: bool) -> str:
    """The headline for different values of one attribute."""
    told_by = sides(positions)
    sentence = _statement(given, attribute, told_by)
    if sentence is None:
        return _unclear(given, told_by, "possible" if possible else "conflict")
    return _with_sources(given, sentence, told_by)


def agreed(given: RuleInput, attribute: str, claims: Sequence[Claim]) -> str:
    """The headline for a value that several sources state."""
    side = Side(tuple(claims))
    sentence = _statement(given, attribute, [side])
    if sentence is None:
        return _unclear(given, [side], "agree")
    return told("sides", "says", sentence=sentence, sides=sources(given, claims))


def stated(given: RuleInput, attribute: str, claims: Sequence[Claim]) -> str:
    """``the Harrow Exchange was founded in 1976``: what claims say of one attribute, where it has a sentence."""
    return _statement(given, attribute, [Side(tuple(claims))]) or f"{label(given, attribute, claims[0])}"


def predicate(given: RuleInput, attribute: str, claims: Sequence[Claim]) -> str:
    """The same without its subject: ``was founded in 1976``."""
    entry = given.attributes.get(attribute)
    side = Side(tuple(claims))
    sentence = entry.headline if entry is not None and entry.headline is not None else ""
    if not sentence.startswith("{subject} "):
        return f"has {label(given, attribute, side.claim)} {side.words}"
    return _told("x " + sentence.removeprefix("{subject} "), _values([side])).partition(" ")[2]


def _statement(given: RuleInput, attribute: str, told_by: Sequence[Side]) -> str | None:
    """The sentence with all values; None where it cannot be told what they are of."""
    claims = [claim for side in told_by for claim in side.claims]
    subjects, values = named(claims), _values(told_by)
    about = claims if _is_one(told_by) else []
    entry = given.attributes.get(attribute)
    if entry is not None:
        what = label(given, attribute, told_by[0].claim)
        if entry.headline is not None and subjects["of"]:
            return _told(entry.headline, subjects | values | {"label": what})
        return told("attributes", entry.value, **subjects, **values, label=what, **{"is": _is(what)})
    nouns = {side.noun.casefold() for side in told_by}
    if len(nouns) == 1 and nouns != {""} and any(side.claim.value.low != "1" for side in told_by):
        noun = next(side.noun for side in told_by if side.claim.value.low != "1")
        form = "listed" if attribute.startswith(LISTED) else "count"
        opened = "" if subject(about).casefold() in nouns else opening(about)
        return told("open", form, **values, noun=noun, **{"for": opened})
    noun = _common_noun(told_by)
    return told("open", "noun", **named(about), **values, noun=noun, **{"is": _is(noun)}) if noun else None


def _is(noun: str) -> str:
    """The verb behind a noun."""
    return "are" if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else "is"


def _is_one(told_by: Sequence[Side]) -> bool:
    """The values are told of one subject, whatever else is compared."""
    return len({side.claim.subject_name for side in told_by}) == 1


def headline_problem(sentence: str) -> str:
    """What is wrong with the sentence of an attribute; empty where nothing is."""
    try:
        names = {name for _, name, form, turned in Formatter().parse(sentence) if name is not None}
        odd = any(form or turned for _, _, form, turned in Formatter().parse(sentence))
    except ValueError:
        return "has a brace too many"
    if odd or not names <= _FILLED:
        return f"can have only {', '.join(f'{{{name}}}' for name in sorted(_FILLED))} in braces"
    return "" if names & {"value", "number", "when"} else "has no {value}, {number} or {when}"


def _common_noun(told_by: Sequence[Side]) -> str:
    """The noun that all sides name in the same words as what their value is of; empty where there is none."""
    named_by = {(side.claim.words.modifiers, side.claim.words.noun) for side in told_by}
    if len(named_by) != 1 or any(counts(side.claim.value.kind) and side.noun for side in told_by):
        return ""
    modifiers, noun = named_by.pop()
    if noun is None or (not modifiers and noun in headlines()["words"]["empty"]):
        return ""
    words = " ".join((*modifiers, noun))
    return words if all(names_value(side.claim, words) for side in told_by) else ""


def _values(told_by: Sequence[Side]) -> dict[str, str]:
    """The values of all sides as parts of a sentence: ``number`` without what they count, ``when`` of dates."""
    nouns = {side.noun.casefold() for side in told_by} - {""}
    noun = next((side.noun for side in told_by if side.noun), "")
    alike = all(side.noun or side.words == side.figure for side in told_by)
    numbers = joined(_once([side.figure for side in told_by]), "or")
    values = f"{numbers} {noun}" if len(nouns) == 1 and alike else joined(_once([side.words for side in told_by]), "or")
    return {"number": numbers, "value": values, "when": joined(_dated(told_by), "or")}


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _dated(told_by: Sequence[Side]) -> list[str]:
    """``in 1896``, ``1897``, ``on 3 May 1898``: each with its preposition, where the one before it has another."""
    found, last = [], ""
    for side in told_by:
        value, words = side.claim.value, side.words
        day = value.resolution == "day"
        own = "" if words.split(" ")[0].casefold() in headlines()["words"]["preposed"] else "on" if day else "in"
        text = words if own == last and own else f"{own} {words}".strip()
        last = own
        found.append(text)
    return _once(found)


def _with_sources(given: RuleInput, sentence: str, told_by: Sequence[Side]) -> str:
    """Who says what: two documents disagree, some stand against others, or each is named with its value."""
    everybody = frozenset[str]().union(*(side.sources for side in told_by))
    apart = sum(len(side.sources) for side in told_by) == len(everybody)
    names = [sources(given, side.claims) for side in told_by]
    if len(everybody) == 1:
        return told("sides", "one" if len(told_by) == 2 else "one_many", sentence=sentence, source=names[0])
    if len(told_by) == 2 and apart:
        form = "two" if len(everybody) == 2 else "against"
        return told("sides", form, sentence=sentence, left=names[0], right=names[1])
    says = [
        f"{name} {'says' if len(side.sources) == 1 else 'say'} {side.words}"
        for name, side in zip(names, told_by, strict=True)
    ]
    return told("sides", "says", sentence=sentence, sides=", ".join(says))


def _unclear(given: RuleInput, told_by: Sequence[Side], form: str) -> str:
    claims = [claim for side in told_by for claim in side.claims]
    many = len({claim.source for claim in claims})
    kinds = {side.claim.value.kind for side in told_by}
    said = _said(told_by)
    what = headlines()["what_one" if form == "agree" else "what"]
    numbers = headlines()["words"]["numbers"]
    number = numbers[many] if many < len(numbers) else str(many)
    return told(
        "unclear",
        f"{form}-said" if said else form,
        said=said,
        documents=f"{number} document gives" if many == 1 else f"{number} documents give",
        what=what.get(kinds.pop() if len(kinds) == 1 else "other", what["other"]),
        about=named(claims)["about"] if _is_one(told_by) else "",
        sides=joined([f"{side.words} ({sources(given, side.claims)})" for side in told_by]),
    )


def _said(told_by: Sequence[Side]) -> str:
    """The words for an open attribute, where they stand beside each other in the sentences of all sides."""
    labels = {attribute_label(side.claim) for side in told_by}
    label = labels.pop() if len(labels) == 1 else ""
    return label if " " in label and all(stands_in(label, side.claim) for side in told_by) else ""


def misfit(given: RuleInput, constraint: Constraint, terms: Sequence[Claim]) -> str:
    """The headline for what does not fit within one document."""
    form = constraint.form
    verdict = quoted(constraint.verdict)
    head, colon, reason = verdict.partition(": ")
    if colon:
        verdict = f"{head} ({reason})"
    if verdict.startswith("from "):
        verdict = f"the change {verdict}"
    if constraint.kind == "partition":
        if not constraint.given:
            form = "shares"
        elif not verdict.startswith("its "):
            form = "left"
    return told(
        constraint.kind,
        form,
        subject=quoted(constraint.subject),
        says=quoted(constraint.says),
        expected=quoted(constraint.expected),
        verdict=verdict,
        limit=quoted(constraint.expected).removeprefix("after ").removeprefix("no later than "),
        made=verdict.rpartition(" make ")[2],
        where=where(given, terms),
    )
