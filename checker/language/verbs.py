"""Knows the forms of verbs: which base a form belongs to, and whether it stands for a past or a participle."""

from __future__ import annotations

from checker.language.language import derived, derived_up_to, table, word_set

_VOWELS = "aeiou"
_NOT_PAST = word_set("language/endings", "not_past")
_ENDING = 6
"""The longest ending that tells how a base is spelt."""


@derived
def _doubling() -> frozenset[str]:
    return frozenset(table("language/doubling"))


def _doubles(base: str) -> bool:
    short = (
        3 <= len(base) <= 4
        and sum(c in _VOWELS for c in base) == 1
        and base[-1] not in "wxyaeiou"
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
    )
    return short or base in _doubling()


@derived_up_to(4096)
def forms(base: str) -> dict[str, str]:
    """Every form of a verb and what it is: base, third, past, participle, ed (either of both) or ing."""
    if base.endswith("e"):
        ed, ing = base + "d", base[:-1] + "ing"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        ed, ing = base[:-1] + "ied", base + "ing"
    elif _doubles(base):
        ed, ing = base + base[-1] + "ed", base + base[-1] + "ing"
    else:
        ed, ing = base + "ed", base + "ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        third = base[:-1] + "ies"
    elif base.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = base + "es"
    else:
        third = base + "s"
    found = {base: "base", third: "third", ing: "ing"}
    irregular = table("language/irregular").get(base)
    if irregular:
        past, participle = irregular[0], irregular[1]
        if past == participle:
            found[past] = "ed"
        else:
            found[past] = "past"
            found[participle] = "participle"
    else:
        found[ed] = "ed"
    return found


@derived
def _irregular_forms() -> frozenset[str]:
    return frozenset(form for pair in table("language/irregular").values() for form in pair)


@derived
def _irregular_bases() -> dict[str, str]:
    """Every irregular form to its base."""
    found = {form: base for base, pair in table("language/irregular").items() for form in (*pair, base)}
    found.update(table("language/verb_endings")["forms"])
    return found


@derived_up_to(16384)
def base(low: str) -> str:
    """The base of a verb's form: ``issued`` and ``issuing`` are issue, ``stopped`` is stop.

    A base that no table names is told by its ending (``language/verb_endings``).
    """
    if low in _irregular_bases():
        return _irregular_bases()[low]
    if low.endswith(("ied", "ies")):
        return low[:-3] + "y" if len(low) > len("died") else low[:-1]
    if low.endswith(("ed", "ing")) and len(low) > len("ing") + 1:
        return _with_its_e(low.removesuffix("ed") if low.endswith("ed") else low.removesuffix("ing"))
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return low.removesuffix("es")
    third = low.endswith("s") and not low.endswith(("ss", "us", "is"))
    return low.removesuffix("s") if third and len(low) > len("was") else low


def _with_its_e(front: str) -> str:
    """What is left of a form without its ending, as the base is spelt: with the last ``e``, and no doubled letter."""
    endings = table("language/verb_endings")
    if len(front) > 2 and front[-1] == front[-2]:
        kept = front.endswith(tuple(endings["doubled"])) and not front.endswith(tuple(endings["undoubled"]))
        return front if kept or front[-1] == "e" else front[:-1]
    for length in range(min(_ENDING, len(front)), 0, -1):
        if front[-length:] in _endings():
            return front + _endings()[front[-length:]]
    return front


@derived
def _endings() -> dict[str, str]:
    """What is left of a form, by its ending, to what its base has more."""
    endings = table("language/verb_endings")
    return {**dict.fromkeys(endings["with"], "e"), **dict.fromkeys(endings["without"], "")}


@derived
def auxiliaries() -> dict[str, str]:
    """Auxiliary word to its kind: be, have, do or modal."""
    return {word: kind for kind, group in table("language/auxiliaries").items() for word in group}


@derived
def presents() -> frozenset[str]:
    """Verbs in the present tense that tell of a thing: has, runs, stands."""
    return frozenset(table("language/presents"))


@derived
def present_plurals() -> frozenset[str]:
    """The same verbs as they stand behind a plural, with those of the irregular table: have, run, stand."""
    return frozenset(base(word) for word in presents()) | frozenset(table("language/irregular"))


@derived_up_to(16384)
def looks_past(low: str) -> bool:
    """A past tense or participle, by its ending or the table of irregular verbs."""
    return (low.endswith("ed") and len(low) > 4 and low not in _NOT_PAST) or (low in _irregular_forms())
