"""Runs a coroutine in a thread of its own: a browser that other tests keep open has the loop of the first thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

_T = TypeVar("_T")


def run(told: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
    """What the coroutine returns."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(told())).result()
