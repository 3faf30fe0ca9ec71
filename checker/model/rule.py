"""Rules as data: the entities, attributes and rules that people write in YAML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from checker.model.finding import Severity


def _as_written(name: str) -> str:
    """The key of a field in YAML: ``not`` for ``not_``, as Python has that word for itself."""
    return name.rstrip("_")


_CONFIG: dict[str, Any] = {"extra": "forbid", "alias_generator": _as_written}
"""How pydantic validates the entries that people write: unknown keys are refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityEntry:
    """An entity of this corpus, with all its names."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CONFIG

    name: str
    type: str | None = None
    aliases: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    """Names that look like this entity's and are another's: claims under them are not about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare:
    """How two values of one attribute are compared."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CONFIG

    one_value_per: tuple[Literal["subject", "time", "place", "population", "stage", "unit", "value"], ...] = (
        "subject",
    )
    """A conflict needs both claims to be known to be of the same of each of these. The subject is always one of them;
    ``value`` says that there may be any number of values."""
    tolerance: str | None = None
    """A share of the larger value, ``1%``."""
    approximate: str | None = None
    """The share that 'about' allows, ``10%``; where it is not set, what the number's last place allows."""
    also: tuple[str, ...] = ()
    """Attributes that may hold the same value in other forms of text: ``Year: 1637`` beside "was painted in 1637"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeEntry:
    """What documents can state of an entity, and the words that state it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CONFIG

    value: Literal["date", "time", "money", "count", "number", "percentage", "duration", "measure"]
    holds: Literal["once", "per_time", "growing", "many"] = "many"
    """once: never changes (founded); per_time: one value at a time (budget); growing: a total that only
    rises; many: may have several values at once, and never conflicts."""
    applies_to: tuple[str, ...] = ()
    told_by: tuple[Literal["person", "role"], ...] = ()
    """Those who only tell of it: a ``person``, such as an engineer who estimates what a bridge costs; or only one
    in an office (``role``)."""
    label: str | None = None
    """How reports name it; the id with spaces otherwise."""
    headline: str | None = None
    """The sentence that tells it of a subject: ``{subject} was founded {when}``. ``{value}`` is the value with what it
    counts, ``{number}`` without it, ``{when}`` a date with "in" or "on"."""
    verbs: tuple[str, ...] = ()
    """Base forms; the subject comes before a passive and after an active verb."""
    doer: bool = False
    """The verbs tell of who does it, whatever it is done to: who joins a club, not the club."""
    verbs_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Type of subject to verbs that state the attribute of such a subject only."""
    nouns: tuple[str, ...] = ()
    """Nouns that name the attribute: ``founding``, ``budget``."""
    says: tuple[str, ...] = ()
    """Phrases with ``{value}``."""
    keys: tuple[str, ...] = ()
    """Labels of ``Key: value`` lines and table heads."""
    units: tuple[str, ...] = ()
    """Counted nouns (singular) the value must have beside a verb, if it has a noun at all."""
    per: tuple[str, ...] = ()
    """The value is for one of these; what is for one of these is no value of other attributes."""
    alone: tuple[str, ...] = ()
    """Counted nouns (singular) that name the attribute without any further word."""
    never: tuple[str, ...] = ()
    """Phrases that rule the attribute out."""
    spans: tuple[str, ...] = ()
    """The attributes that the two ends of a range state: begun and finished, for "built from 1887 to 1889"."""
    stage: str | None = None
    """The stage that these words imply."""
    compare: Compare = Compare()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Texts on which the rule must find a conflict, and texts on which it must not.

    Each example is a list of texts, one a document.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _CONFIG

    conflict: tuple[tuple[str, ...] | str, ...] = ()
    agree: tuple[tuple[str, ...] | str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """One rule: what it looks at, how grave a conflict is, and why it exists."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CONFIG

    id: str
    kind: str
    attributes: tuple[str, ...] = ()
    severity: Severity = "warning"
    why: str
    message: str | None = None
    """What a conflict of two positions says, for rules of the kind agreement; it may hold ``{subject}``,
    ``{left.value}`` and the like."""
    since: str | None = None
    options: dict[str, str | int | list[str] | dict[str, str]] = field(default_factory=dict)
    """Settings of the rule's kind; each kind checks its own."""
    examples: Examples


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWeights:
    """How much each group of features counts in this corpus: 1 is as much as the shipped weights say, 0 is nothing."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {**_CONFIG, "allow_inf_nan": False}

    always: float = 0.0
    """What is added to the score of every pair."""
    subject: float = 1.0
    attribute: float = 1.0
    words: float = 1.0
    labels: float = 1.0
    scope: float = 1.0
    documents: float = 1.0
    rivals: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """The entities, attributes and rules of one run: the recommended ones with those of this corpus on top."""

    entities: dict[str, EntityEntry] = field(default_factory=dict)
    attributes: dict[str, AttributeEntry] = field(default_factory=dict)
    rules: tuple[RuleEntry, ...] = ()
    vocabulary: dict[str, Any] = field(default_factory=dict)
    """What the corpus adds to the tables of words, by the table's name."""
    weights: GroupWeights = GroupWeights()
    """How much the groups of features count when statements are compared."""
