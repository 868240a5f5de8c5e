# ruff: noqa: E501  # a rule reads best on one line; all readers take the same two
"""Weeks, months, quarters and years that are only just over ("quarter just gone", 刚结束的季度)."""

import re
from datetime import date

from tools.periods.festivals import Rule, rule
from tools.periods.readers import ZH_UNITS, weekend

_UNIT = r"(?P<u>weekend|week|month|quarter|year)"
_OVER = r"(?:gone(?: by)?|ended|finished|closed|past|passed|completed|concluded|elapsed|had|been|done|over|behind us|wrapped(?: up)?)\b"
_NO_OBJECT = r"(?! (?:\d|(?:the|our|its?|an?|my|up|at|down|with|some|over|under|one|two|three)\b|[$£€¥]))(?!-)"
"""Nothing after the verb that tells what the time did ("closed at 2m")."""
_JUST = r"(?:just|recently|newly|freshly)"


def _read_over(match: re.Match[str], today: date) -> str | None:
    """The last such unit; of weekends the one that was."""
    unit = match["u"].lower()
    unit = {**ZH_UNITS, "季": "quarter"}.get(unit, unit)
    return weekend(1)(match, today) if unit in ("weekend", "周末") else f"last_{unit}"


JUST_OVER: tuple[Rule, ...] = (
    rule(rf"\b(?:(?:the|this|last) )?{_UNIT},? (?:(?:that|which|we|has|is)(?:['’](?:s|ve)| has| have| is)? ?)?(?:['’]ve )?(?:only |literally |now )?{_JUST} (?:been and |now )?{_OVER}{_NO_OBJECT}", _read_over),
    rule(rf"\b(?:the|last) {_UNIT} that(?: has|['’]s|s| is)? ?{_OVER}{_NO_OBJECT}", _read_over),
    rule(rf"\b(?:(?:the|our|this|last) )?{_JUST}[- ]{_OVER} {_UNIT}\b", _read_over),
    rule(rf"\bthe {_UNIT} gone(?: by)?(?=\s*(?:[,.;:?!)]|$))", _read_over),
    rule(r"(?:刚刚?|才刚?|啱啱|刚才)(?:过去|结束|过完|走完|收官|完结?|落幕|收尾|跑完|打完|关账|结账)了?的?[那这嗰呢上]?一?个?(?P<u>周末|周|星期|礼拜|月|季度?|(?<!完)年)(?!\d|[初底中末])", _read_over),
)  # fmt: skip
"""Rules for units that are over."""
