"""Tests keep to a cache of their own, never that of whoever runs them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECK_CLAIMS_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
