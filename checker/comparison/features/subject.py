"""Asks whether both are said of one thing."""

from __future__ import annotations

from checker.comparison.pair import Pair
from checker.comparison.word_weights import alike, covered


def same_subject(pair: Pair) -> float:
    """Both have the same subject."""
    return not pair.left.subjects.isdisjoint(pair.right.subjects)


def two_named_subjects(pair: Pair) -> float:
    """Both name their subjects, and these differ."""
    return pair.left.named and pair.right.named and pair.left.subjects.isdisjoint(pair.right.subjects)


def subjects_apart(pair: Pair) -> float:
    """Each names its subject, and no word of one subject stands around the other value."""
    return pair.left.named and pair.right.named and subject_around(pair) == 0.0


def subject_words(pair: Pair) -> float:
    """The subjects' names share words."""
    return alike(pair.left.subject_words, pair.right.subject_words)


def subject_around(pair: Pair) -> float:
    """The words of one subject stand around the other value."""
    return max(
        covered(pair.left.subject_words, pair.right.context), covered(pair.right.subject_words, pair.left.context)
    )


def subjects_around_both(pair: Pair) -> float:
    """The words of each subject stand around the other value."""
    return min(
        covered(pair.left.subject_words, pair.right.context), covered(pair.right.subject_words, pair.left.context)
    )


def two_parts(pair: Pair) -> float:
    """They are about two parts of something."""
    a, b = pair.first.subject.part, pair.second.subject.part
    return bool(a and b and a != b)


def part_of_one(pair: Pair) -> float:
    """Only one is about a part of something."""
    return bool(pair.first.subject.part) != bool(pair.second.subject.part)


def same_topic(pair: Pair) -> float:
    """Both documents are about the same thing."""
    topics = pair.folder.topic_ids
    return not topics[pair.left.source].isdisjoint(topics[pair.right.source])


def topic_named(pair: Pair) -> float:
    """One document names what the other is about."""
    if pair.same_source:
        return 0.0
    topics, names = pair.folder.topics, pair.folder.names
    a, b = pair.left.source, pair.right.source
    return not topics[a].isdisjoint(names[b]) or not topics[b].isdisjoint(names[a])


def topic_within(pair: Pair) -> float:
    """The name of what one document is about is part of the other's: Pell Museum Trust."""
    topics = pair.folder.topic_words
    a, b = topics[pair.left.source], topics[pair.right.source]
    return not pair.same_source and any(one <= other or other <= one for one in a for other in b)


def topics_apart(pair: Pair) -> float:
    """The documents are about two things, and neither names what the other is about."""
    topics = pair.folder.topics
    a, b = pair.left.source, pair.right.source
    known = topics[a] and topics[b] and not pair.same_source
    return bool(known) and not (same_topic(pair) or topic_within(pair) or topic_named(pair))


def topic_unknown(pair: Pair) -> float:
    """What one of the documents is about is not known."""
    return not pair.folder.topics[pair.left.source] or not pair.folder.topics[pair.right.source]


def name_shared(pair: Pair) -> float:
    """The sentences share a name."""
    return min(2, len(pair.left.names & pair.right.names))


def other_names(pair: Pair) -> float:
    """The sentences name different people or things."""
    return bool(pair.left.names and pair.right.names) and pair.left.names.isdisjoint(pair.right.names)


def strangers(pair: Pair) -> float:
    """Each sentence names something that the other document does not name."""
    return _strange(pair) == 2


def stranger(pair: Pair) -> float:
    """One sentence names something that the other document does not name."""
    return _strange(pair) == 1


def titles_alike(pair: Pair) -> float:
    """The documents' titles share words."""
    return alike(pair.left.title, pair.right.title)


def _strange(pair: Pair) -> int:
    if pair.same_source:
        return 0
    names = pair.folder.names
    return bool(pair.left.names - names[pair.right.source]) + bool(pair.right.names - names[pair.left.source])
