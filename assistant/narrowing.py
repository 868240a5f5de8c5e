"""Which of several calls only ask again, more narrowly, what a call before them asks."""

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.choosing import Call
from assistant.families import PREDICTION, PREDICTIONS

HOW_MANY = "top_n"
NEXT = "predict_next"
IDEAS = "recommend_items"
TOGETHER = "bought_together"


def less_wide(calls: Sequence[Call]) -> list[Call]:
    """`calls` without those about one customer that a later one asks more narrowly.

    >>> less_wide(
    ...     [
    ...         ("recommend_items", {"user_id": "u1", "top_n": 5}),
    ...         ("recommend_items", {"user_id": "u1", "category": "Pans", "top_n": 4}),
    ...     ]
    ... )
    [('recommend_items', {'user_id': 'u1', 'category': 'Pans', 'top_n': 4})]
    """
    left = [call for n, call in enumerate(calls) if not _is_narrowed(call, calls[n + 1 :])]
    return _less_ideas(_less_told_by_next(left))


def _less_ideas(calls: Sequence[Call]) -> list[Call]:
    """`calls` without ideas for buyers of a thing beside what is bought together with it.

    >>> _less_ideas([("recommend_items", {"item": "i1"}), ("bought_together", {"item": "i1"})])
    [('bought_together', {'item': 'i1'})]
    """
    beside = {said.get("item") for name, said in calls if name == TOGETHER} - {None}
    return [
        (name, said)
        for name, said in calls
        if name != IDEAS or said.get("user_id") or said.get("item") not in beside
    ]


def _less_told_by_next(calls: Sequence[Call]) -> list[Call]:
    """`calls` without whether somebody will buy where it is told when she does, and what.

    >>> _less_told_by_next(
    ...     [
    ...         ("predict_next", {"user_id": "u1", "top_n": 5}),
    ...         ("predict_purchase", {"user_id": "u1", "top_n": 3}),
    ...     ]
    ... )
    [('predict_next', {'user_id': 'u1', 'top_n': 3})]
    """
    told = {said.get("user_id") for name, said in calls if name == NEXT} - {None}
    plain = {"user_id", HOW_MANY}
    again = [
        said
        for name, said in calls
        if name == PREDICTION and said.get("user_id") in told and {*_given(said)} <= plain
    ]
    counts = {said["user_id"]: said[HOW_MANY] for said in again if said.get(HOW_MANY)}
    return [
        (name, {**said, HOW_MANY: counts[said["user_id"]]})
        if name == NEXT and said.get("user_id") in counts
        else (name, said)
        for name, said in calls
        if said not in again or name != PREDICTION
    ]


def _given(arguments: Mapping[str, Any]) -> list[str]:
    return [name for name, value in arguments.items() if value]


def _is_narrowed(call: Call, later: Sequence[Call]) -> bool:
    tool, said = call[0], _said(call[1])
    if tool not in PREDICTIONS or "user_id" not in said:
        return False
    return any(name == tool and _holds(_said(more), said) for name, more in later)


def _holds(more: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    """Whether `more` says all that `said` does, and something besides."""
    return len(more) > len(said) and all(more.get(name) == value for name, value in said.items())


def _said(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """What the arguments say, but for how many are wanted."""
    return {name: value for name, value in arguments.items() if value and name != HOW_MANY}
