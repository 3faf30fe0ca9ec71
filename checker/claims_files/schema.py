"""The shape of a claims file: what each entry may hold, and how it becomes a record."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from checker.model.claim import Basis, Binding, Marks, Modality
from checker.model.qualifiers import Change, Division, Reach
from checker.model.value import Calendar, Kind, Modifier


class Entry(BaseModel):
    """Anything in a claims file: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceEntry(Entry):
    """Which source the file is of, and the digest of the bytes it was read from."""

    id: str
    sha256: str | None = None


class EvidenceEntry(Entry):
    """The words a claim was read from; a person may leave out where they stand when they stand once."""

    quote: str
    start: int | None = None
    end: int | None = None
    line: int | None = None
    column: int | None = None
    page: int | None = None
    cell: str | None = None
    slide: int | None = None
    before: str | None = None
    """What stood right before the quote, where the words alone do not tell its place."""
    after: str | None = None
    among: int = 1
    """How often the quote stood in the source."""


class ValueEntry(Entry):
    """A mention as it is stored; ``start`` and ``end`` are code points into the source."""

    kind: Kind
    text: str
    start: int | None = None
    end: int | None = None
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    modifier: Modifier = "exact"
    edtf: str | None = None
    noun: str | None = None
    per: str | None = None
    resolution: str | None = None
    calendar: Calendar | None = None
    first: tuple[str, str] | None = None
    last: tuple[str, str] | None = None
    relative: bool = False


class ScopeEntry(Entry):
    """When, where, for whom and at which stage the value holds."""

    time: str | None = None
    low: str | None = None
    high: str | None = None
    basis: Basis = "unknown"
    place: str | None = None
    population: str | None = None
    stage: str | None = None
    cumulative: bool = False
    speaker: str | None = None
    included: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


class ListingEntry(Entry):
    """The list that the value announces."""

    items: int
    by: Marks
    sure: bool = False


class LabelsEntry(Entry):
    """What stands over, beside and before the value in the document."""

    title: str | None = None
    headings: tuple[str, ...] = ()
    key: str | None = None
    row: str | None = None
    column: str | None = None
    question: str | None = None
    caption: str | None = None


class RestatementEntry(Entry):
    """The measure before, which the value restates in another unit."""

    of: str
    marked: bool = False


class NamedPartEntry(Entry):
    """The part of a whole that the value is the figure of."""

    whole: str
    part: str
    reach: Reach = "plain"


class DividedEntry(Entry):
    """The figure before, of which the value is the first part."""

    figure: str
    division: Division = "bare"


class RankingEntry(Entry):
    """The set or list that the value is a place in."""

    words: tuple[str, ...]
    joint: bool = False
    past: bool = False
    named: bool = False


class DateNearbyEntry(Entry):
    """A date in the sentence of a duration."""

    date: str
    beside: bool = False
    between: tuple[str, ...] = ()


class DurationContextEntry(Entry):
    """What the sentence of a duration says of what lasted so long."""

    near: tuple[str, ...] = ()
    dates: tuple[DateNearbyEntry, ...] = ()
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    alone: bool = False
    tells: tuple[str, ...] = ()
    others: bool = False


class QualifiersEntry(Entry):
    """What the words beside the value say of it."""

    each: bool = False
    total: bool = False
    average: bool = False
    worldwide: bool = False
    of_whom: bool = False
    throughout: bool = False
    ordinals: tuple[str, ...] = ()
    role: str | None = None
    events: tuple[str, ...] = ()
    change: Change | None = None
    yearly: bool = False
    recurring: bool = False
    versions: tuple[str, ...] = ()
    refers_back: bool = False
    restates: RestatementEntry | None = None
    per: str | None = None
    own_rates: bool = False
    parts: tuple[NamedPartEntry, ...] = ()
    divides: DividedEntry | None = None
    divides_earlier: bool = False
    continues: bool = False
    ranking: RankingEntry | None = None
    lasting: DurationContextEntry | None = None


class WordsEntry(Entry):
    """The text's own words for an open attribute, in their base forms."""

    verb: str | None = None
    noun: str | None = None
    modifiers: tuple[str, ...] = ()


class ReviewEntry(BaseModel):
    """What a person says of a claim; other keys are theirs to choose and are kept."""

    model_config = ConfigDict(extra="allow", frozen=True)

    status: Literal["confirmed", "corrected", "rejected"]


class ClaimEntry(Entry):
    """One claim; a person who adds one need not give it an id."""

    id: str | None = None
    subject: str
    subject_name: str | None = None
    attribute: str
    value: ValueEntry
    scope: ScopeEntry = ScopeEntry()
    modality: Modality = "asserted"
    evidence: EvidenceEntry
    origin: Literal["extracted", "manual"] = "extracted"
    open: bool = False
    basis: str = ""
    binding: Binding = "named"
    listed: ListingEntry | None = None
    labels: LabelsEntry | None = None
    qualifiers: QualifiersEntry | None = None
    """Where a person leaves this out of a claim of their own, it is read from the quote."""
    words: WordsEntry | None = None
    review: ReviewEntry | None = None
    digest: str | None = None
    """Of what extraction wrote; another one shows that a person edited the claim."""


class ThingEntry(Entry):
    """A thing the source names."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    type: str | None = None
    topic: bool = False
    qualifiers: tuple[str, ...] = ()


class RecordEntry(Entry):
    """A whole claims file; ``orphaned`` holds what a person wrote and the text no longer bears out."""

    schema_version: str
    source: SourceEntry
    entities: tuple[ThingEntry, ...] = ()
    names: tuple[str, ...] = ()
    claims: tuple[ClaimEntry, ...] = ()
    orphaned: tuple[dict[str, Any], ...] = Field(default=())
