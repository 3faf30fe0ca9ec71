"""Finds the verb that governs a value, and makes an open attribute of the text's words where no trigger matches."""

from __future__ import annotations

from bisect import bisect_left

from checker.claims.thresholds import NOUN_BEFORE, SHARE_WORDS, VERB_REACH
from checker.language import verbs
from checker.language.language import word_set
from checker.language.words import comparing, singular, stem, stopwords, words
from checker.linguistics.sentence import ParsedSentence
from checker.model.labels import OpenWords

_MADE_OF = word_set("language/clauses", "made_of")
_KEPT = word_set("language/clauses", "kept")


def open_attribute(parsed: ParsedSentence, index: int) -> str:
    """The text's own words for what is stated: the governing verb's stem and the counted noun."""
    mention = parsed.mentions[index]
    first = parsed.spans[index][0]
    governing = governing_verb(parsed, index)
    verb = stem(parsed.words[governing].low) if governing is not None else ""
    if mention.noun:
        noun = "_".join(singular(w) for w in mention.noun.split(" ")[-3:])
        return f"{noun}__{verb}" if verb else noun
    part = _share_of(parsed, parsed.spans[index][1]) if mention.kind == "percentage" else ""
    if part:
        return f"{part}__share"
    before = _noun_before(parsed, first, governing)
    near = stem(before) if before is not None else ""
    return "__".join(x for x in (near, verb) if x) or mention.kind


def open_words(parsed: ParsedSentence, index: int) -> OpenWords:
    """The same words apart, each in its base form."""
    mention = parsed.mentions[index]
    first, last = parsed.spans[index]
    governing = governing_verb(parsed, index)
    verb = verbs.base(parsed.words[governing].low) if governing is not None else None
    if mention.noun:
        return _of_noun(mention.noun.split(" "), verb)
    part = _share_of(parsed, last) if mention.kind == "percentage" else ""
    if part:
        return _of_noun(part.split("_"), None)
    near = _noun_before(parsed, first, governing)
    return OpenWords(verb, singular(near) if near is not None else None)


def words_of_label(key: str) -> OpenWords:
    """The words of a label: ``Orders issued`` is of orders that somebody issues."""
    low = key.lower()
    found = [w.low for w in words(low, 0, len(low)) if w.is_word and w.low not in stopwords()]
    if len(found) > 1 and verbs.looks_past(found[-1]) and found[-2].endswith("s"):
        return _of_noun(found[:-1], verbs.base(found[-1]))
    return _of_noun(found, None)


def _of_noun(nouns: list[str], verb: str | None) -> OpenWords:
    """The last word is the noun, and those before it are its modifiers."""
    return OpenWords(verb, singular(nouns[-1]) if nouns else None, tuple(nouns[:-1]))


def _noun_before(parsed: ParsedSentence, first: int, governing: int | None) -> str | None:
    """The nearest word of content before a value that is not its verb."""
    for i in range(first - 1, max(-1, first - NOUN_BEFORE - 1), -1):
        word = parsed.words[i]
        if parsed.covered[i] or not word.is_word or _is_handle(parsed, i):
            continue
        if word.low not in stopwords() and i != governing:
            return word.low
    return None


def _share_of(parsed: ParsedSentence, last: int) -> str:
    """``70.2% White, 3.1% from other towns``: what the share behind the figure is a share of."""
    begin = last + 1 if last < len(parsed.lower_forms) and parsed.lower_forms[last] in _MADE_OF else last
    parts = []
    for i in range(begin, min(begin + SHARE_WORDS, len(parsed.words))):
        low = parsed.lower_forms[i]
        if (
            parsed.covered[i] == 2
            or i in parsed.verbs
            or not parsed.words[i].is_word
            or (low in stopwords() and low not in _KEPT)
        ):
            break
        parts.append(singular(low))
    if not parts or parts[0] in comparing():
        return ""
    return "_".join(parts).removesuffix("_or")


def _is_handle(parsed: ParsedSentence, i: int) -> bool:
    """Whether a word is what somebody is called on a service: @danalorne."""
    return i > 0 and parsed.lower_forms[i - 1] == "@" and parsed.words[i - 1].end == parsed.words[i].start


def governing_verb(parsed: ParsedSentence, index: int) -> int | None:
    """The word index of the verb a mention belongs to: nearest before it, or after an opening date."""
    first, last = parsed.spans[index]
    opening = first <= 2 and parsed.mentions[index].kind == "date"
    behind = bisect_left(parsed.verbs, last)
    after = parsed.verbs[behind] if behind < len(parsed.verbs) else None
    if opening and after is not None:
        return after
    before = bisect_left(parsed.verbs, first) - 1
    if before >= 0 and first - parsed.verbs[before] <= VERB_REACH:
        return parsed.verbs[before]
    return after if after is not None and after - last <= VERB_REACH else None
