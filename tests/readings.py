"""What is read from invented texts, in the short form that tables of tests need."""

from __future__ import annotations

import checker
from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.report import Report

Told = tuple[str, str, str]


def report(*texts: str) -> Report:
    """The report on texts named a, b, c ... in their order."""
    return checker.check_texts({chr(ord("a") + place): text for place, text in enumerate(texts)})


def claims(text: str) -> tuple[Claim, ...]:
    """Every claim of one text."""
    return report(text).claims


def subject(claim: Claim) -> str:
    """Whom a claim is about, without an article and without the acronym behind the name."""
    return claim.subject_name.removeprefix("The ").removeprefix("the ").partition(" (")[0]


def told(text: str) -> set[Told]:
    """Subject, attribute and value, as written, of each claim of one text."""
    return {(subject(claim), claim.attribute, claim.value.text) for claim in claims(text)}


def stated(text: str, value: str) -> list[Claim]:
    """The claims whose value is written ``value``."""
    return [claim for claim in claims(text) if claim.value.text == value]


def conflicts(*texts: str) -> list[Finding]:
    """The conflicts between texts."""
    return [finding for finding in report(*texts).findings if finding.relation == "conflict"]


def agreements(*texts: str) -> list[Finding]:
    """The agreements between texts."""
    return [finding for finding in report(*texts).findings if finding.relation == "agree"]
