"""Telling somebody how far long work has come."""

from collections.abc import Callable

Progress = Callable[[float], None]
"""Told the part done, 0-1."""


def no_progress(done: float) -> None:
    """Say nothing; `done` is the part finished, 0-1."""


def within(progress: Progress, before: float, part: float) -> Progress:
    """What a step tells that makes up `part` of the whole, `before` of it being behind.

    >>> told = []
    >>> within(told.append, 0.5, 0.2)(0.5)
    >>> told
    [0.6]
    """
    return lambda done: progress(before + part * done)
