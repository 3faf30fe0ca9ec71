"""The parts of the program that a command loads when it runs: each is imported at its first use, and here alone.

``--version`` and every ``--help`` answer without them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker import cache, claims_file_state, configuration, corpus, files, pipeline, review, strictyaml
    from checker.claims_files import claims_file
    from checker.claims_files import schema as claims_schema
    from checker.cli import (
        assistant_tools,
        claims_shown,
        correction_shown,
        examples,
        explanation,
        git_changes,
        resources,
        watch,
        weights_file,
    )
    from checker.collection import (
        adding,
        corpus_paths,
        correcting,
        corrections,
        importing,
        intake,
        removing,
        renaming,
        scaffold,
    )
    from checker.comparison import explanation as comparison_explanation
    from checker.comparison import labelled_pairs, tuning
    from checker.extraction import document_claims, text_positions
    from checker.language import attribute_label, language
    from checker.lsp import server as lsp_server
    from checker.model import json_report
    from checker.reports import comment as reports_comment
    from checker.reports import conflicts as reports_conflicts
    from checker.reports import github as reports_github
    from checker.reports import gitlab as reports_gitlab
    from checker.reports import html as reports_html
    from checker.reports import json as reports_json
    from checker.reports import junit as reports_junit
    from checker.reports import locations as reports_locations
    from checker.reports import markdown as reports_markdown
    from checker.reports import review_screen as reports_review_screen
    from checker.reports import sarif as reports_sarif
    from checker.reports import schema as reports_schema
    from checker.reports import tables as reports_tables
    from checker.reports import tables_csv as reports_tables_csv
    from checker.reports import tables_parquet as reports_tables_parquet
    from checker.reports import tables_xlsx as reports_tables_xlsx
    from checker.reports import text as reports_text
    from checker.review import baseline, decided_pairs, decisions_file, decisions_schema, reviewer, session, yaml_blocks
    from checker.rules import rules_file
    from checker.sources import registry, text_edits
    from checker.strictyaml import modelines
else:
    _MODULES = {
        "adding": "checker.collection.adding",
        "assistant_tools": "checker.cli.assistant_tools",
        "attribute_label": "checker.language.attribute_label",
        "baseline": "checker.review.baseline",
        "claims_file": "checker.claims_files.claims_file",
        "claims_schema": "checker.claims_files.schema",
        "claims_shown": "checker.cli.claims_shown",
        "comparison_explanation": "checker.comparison.explanation",
        "corpus_paths": "checker.collection.corpus_paths",
        "correcting": "checker.collection.correcting",
        "correction_shown": "checker.cli.correction_shown",
        "corrections": "checker.collection.corrections",
        "decided_pairs": "checker.review.decided_pairs",
        "decisions_file": "checker.review.decisions_file",
        "decisions_schema": "checker.review.decisions_schema",
        "document_claims": "checker.extraction.document_claims",
        "examples": "checker.cli.examples",
        "explanation": "checker.cli.explanation",
        "git_changes": "checker.cli.git_changes",
        "importing": "checker.collection.importing",
        "intake": "checker.collection.intake",
        "json_report": "checker.model.json_report",
        "labelled_pairs": "checker.comparison.labelled_pairs",
        "language": "checker.language.language",
        "lsp_server": "checker.lsp.server",
        "modelines": "checker.strictyaml.modelines",
        "registry": "checker.sources.registry",
        "removing": "checker.collection.removing",
        "renaming": "checker.collection.renaming",
        "reports_comment": "checker.reports.comment",
        "reports_conflicts": "checker.reports.conflicts",
        "reports_github": "checker.reports.github",
        "reports_gitlab": "checker.reports.gitlab",
        "reports_html": "checker.reports.html",
        "reports_json": "checker.reports.json",
        "reports_junit": "checker.reports.junit",
        "reports_locations": "checker.reports.locations",
        "reports_markdown": "checker.reports.markdown",
        "reports_review_screen": "checker.reports.review_screen",
        "reports_sarif": "checker.reports.sarif",
        "reports_schema": "checker.reports.schema",
        "reports_tables": "checker.reports.tables",
        "reports_tables_csv": "checker.reports.tables_csv",
        "reports_tables_parquet": "checker.reports.tables_parquet",
        "reports_tables_xlsx": "checker.reports.tables_xlsx",
        "reports_text": "checker.reports.text",
        "reviewer": "checker.review.reviewer",
        "rules_file": "checker.rules.rules_file",
        "resources": "checker.cli.resources",
        "scaffold": "checker.collection.scaffold",
        "session": "checker.review.session",
        "text_edits": "checker.sources.text_edits",
        "text_positions": "checker.extraction.text_positions",
        "tuning": "checker.comparison.tuning",
        "watch": "checker.cli.watch",
        "weights_file": "checker.cli.weights_file",
        "yaml_blocks": "checker.review.yaml_blocks",
    }

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(_MODULES.get(name, f"checker.{name}"))


__all__ = [
    "adding",
    "assistant_tools",
    "attribute_label",
    "baseline",
    "cache",
    "claims_file",
    "claims_file_state",
    "claims_schema",
    "claims_shown",
    "comparison_explanation",
    "configuration",
    "corpus",
    "corpus_paths",
    "correcting",
    "correction_shown",
    "corrections",
    "decided_pairs",
    "decisions_file",
    "decisions_schema",
    "document_claims",
    "examples",
    "explanation",
    "files",
    "git_changes",
    "importing",
    "intake",
    "json_report",
    "labelled_pairs",
    "language",
    "lsp_server",
    "modelines",
    "pipeline",
    "registry",
    "removing",
    "renaming",
    "reports_comment",
    "reports_conflicts",
    "reports_github",
    "reports_gitlab",
    "reports_html",
    "reports_json",
    "reports_junit",
    "reports_locations",
    "reports_markdown",
    "reports_review_screen",
    "reports_sarif",
    "reports_schema",
    "reports_tables",
    "reports_tables_csv",
    "reports_tables_parquet",
    "reports_tables_xlsx",
    "reports_text",
    "resources",
    "review",
    "reviewer",
    "rules_file",
    "scaffold",
    "session",
    "strictyaml",
    "text_edits",
    "text_positions",
    "tuning",
    "watch",
    "weights_file",
    "yaml_blocks",
]
