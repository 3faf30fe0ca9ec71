"""Extracts claims: gives each value its subject, its attribute and its scope."""

from checker.claims.document_period import period_of
from checker.claims.extract import extract_claims
from checker.claims.qualifiers import qualifiers_in_quote

__all__ = ["extract_claims", "period_of", "qualifiers_in_quote"]
