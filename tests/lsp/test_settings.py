"""The settings that editors send."""

from __future__ import annotations

from typing import Any

import pytest

from checker.lsp.settings import Settings, settings_of
from checker.model.user_error import UserError


@pytest.mark.parametrize(
    ("given", "settings"),
    [
        (None, Settings()),
        ({}, Settings()),
        ({"possible": True}, Settings(possible=True)),
        ({"check-claims": {"unsaved": False}}, Settings(unsaved=False)),
        ({"check-claims": None}, Settings()),
    ],
)
def test_settings(given: Any, settings: Settings) -> None:
    assert settings_of(given) == settings


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"posible": True}, "no setting 'posible'; did you mean 'possible'?"),
        ({"possible": "yes"}, "'possible' must be true or false; the settings are possible, unsaved"),
        ({"possible": 1}, "'possible' must be true or false; the settings are possible, unsaved"),
        ([], "the settings are no table of names and values; the settings are possible, unsaved"),
    ],
)
def test_settings_that_are_refused(given: Any, message: str) -> None:
    with pytest.raises(UserError) as raised:
        settings_of(given)
    assert str(raised.value) == f"the editor's settings for check-claims: {message}"


def test_every_problem_is_named() -> None:
    with pytest.raises(UserError) as raised:
        settings_of({"hints": True, "possible": 3})
    assert len(raised.value.notes) == 1
