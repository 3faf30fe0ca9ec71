"""The settings that an editor may send: what is not known here is refused."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from checker.model.user_error import UserError
from checker.strictyaml.suggestions import suggestion

SECTION = "check-claims"
"""The name under which editors keep the settings."""


class Settings(BaseModel):
    """What an editor may choose."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    possible: bool = False
    """Conflicts that are only possible are shown as hints."""
    unsaved: bool = True
    """Documents are checked while they are written; else once they are saved."""


def settings_of(given: Any) -> Settings:
    """The settings that an editor sent, bare or under the name of this program; the defaults where it sent none.

    Raises UserError for a setting that there is not, or that is not true or false.
    """
    if isinstance(given, dict) and set(given) == {SECTION}:
        given = given[SECTION]
    if given is None:
        return Settings()
    if not isinstance(given, dict):
        raise UserError("the settings are no table of names and values", _WHERE, _known())
    problems = []
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        for problem in error.errors():
            name = ".".join(map(str, problem["loc"]))
            if problem["type"] == "extra_forbidden":
                problems.append(UserError(f"no setting '{name}'", _WHERE, suggestion(name, Settings.model_fields)))
            else:
                problems.append(UserError(f"'{name}' must be true or false", _WHERE, _known()))
    first, *others = problems
    raise UserError(first.what, first.where, first.remedy, tuple(map(str, others)))


_WHERE = "the editor's settings for check-claims"


def _known() -> str:
    return f"the settings are {', '.join(Settings.model_fields)}"
