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


def line(claim: Claim) -> str:
    """A claim as one line: subject, attribute and value, then what limits it: ``Tarn Inn | beds | 40 | time 2019``."""
    scope, value, listed = claim.scope, claim.value, claim.listed
    limits = {
        "by": "" if claim.binding == "named" else claim.binding,
        "time": scope.time,
        "place": scope.place,
        "of": scope.population,
        "stage": scope.stage,
        "including": ", ".join(scope.included),
        "excluding": ", ".join(scope.excluded),
        "lists": f"{listed.items} {listed.by}{'' if listed.sure else ', perhaps'}" if listed else "",
        "of them": value.low or "" if claim.attribute.startswith("listed__") else "",
        "in": f"{value.low} {value.unit}" if value.kind in {"money", "measure"} and value.text[-1:].isdigit() else "",
    }
    parts = [subject(claim), claim.attribute, value.text]
    parts += [f"{name} {said}" for name, said in limits.items() if said]
    parts += ["in total"] if scope.cumulative else []
    parts += ["of the report"] if scope.basis == "document" else []
    parts += [claim.modality] if claim.modality != "asserted" else []
    return " | ".join(parts)
