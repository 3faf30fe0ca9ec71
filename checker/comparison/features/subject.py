"""Are both said of one thing?"""

from __future__ import annotations

from checker.comparison.features.registry import feature
from checker.comparison.pair import Pair
from checker.comparison.word_weights import alike, covered


@feature("both have the same subject")
def same_subject(pair: Pair) -> float:
    return not pair.left.subjects.isdisjoint(pair.right.subjects)


@feature("both name their subjects, and these are two")
def two_named_subjects(pair: Pair) -> float:
    return pair.left.named and pair.right.named and pair.left.subjects.isdisjoint(pair.right.subjects)


@feature("the subjects' names share words")
def subject_words(pair: Pair) -> float:
    return alike(pair.left.subject_words, pair.right.subject_words)


@feature("the words of the one subject stand around the other value")
def subject_around(pair: Pair) -> float:
    return max(
        covered(pair.left.subject_words, pair.right.context), covered(pair.right.subject_words, pair.left.context)
    )


@feature("the words of each subject stand around the other value")
def subjects_around_both(pair: Pair) -> float:
    return min(
        covered(pair.left.subject_words, pair.right.context), covered(pair.right.subject_words, pair.left.context)
    )


@feature("the subjects are two parts")
def two_parts(pair: Pair) -> float:
    a, b = pair.first.subject.part, pair.second.subject.part
    return bool(a and b and a != b)


@feature("only one is said of a part")
def part_of_one(pair: Pair) -> float:
    return bool(pair.first.subject.part) != bool(pair.second.subject.part)


@feature("both documents are about the same thing")
def same_topic(pair: Pair) -> float:
    topics = pair.folder.topic_ids
    return not topics[pair.left.source].isdisjoint(topics[pair.right.source])


@feature("what the one document is about is named in the other")
def topic_named(pair: Pair) -> float:
    if pair.same_source:
        return 0.0
    topics, names = pair.folder.topics, pair.folder.names
    a, b = pair.left.source, pair.right.source
    return not topics[a].isdisjoint(names[b]) or not topics[b].isdisjoint(names[a])


@feature("the documents are about two things, and neither names the other's")
def topics_apart(pair: Pair) -> float:
    topics = pair.folder.topics
    a, b = pair.left.source, pair.right.source
    known = topics[a] and topics[b] and not pair.same_source
    return bool(known) and not same_topic(pair) and topics[a].isdisjoint(topics[b]) and not topic_named(pair)


@feature("it is not known what one of the documents is about")
def topic_unknown(pair: Pair) -> float:
    return not pair.folder.topics[pair.left.source] or not pair.folder.topics[pair.right.source]


@feature("the sentences share a name")
def name_shared(pair: Pair) -> float:
    return min(2, len(pair.left.names & pair.right.names))


@feature("both sentences name somebody or something, and never the same")
def other_names(pair: Pair) -> float:
    return bool(pair.left.names and pair.right.names) and pair.left.names.isdisjoint(pair.right.names)


@feature("each sentence names something that the other document never names")
def strangers(pair: Pair) -> float:
    return _strange(pair) == 2


@feature("one sentence names something that the other document never names")
def stranger(pair: Pair) -> float:
    return _strange(pair) == 1


@feature("the documents' titles share words")
def titles_alike(pair: Pair) -> float:
    return alike(pair.left.title, pair.right.title)


def _strange(pair: Pair) -> int:
    if pair.same_source:
        return 0
    names = pair.folder.names
    return bool(pair.left.names - names[pair.right.source]) + bool(pair.right.names - names[pair.left.source])
