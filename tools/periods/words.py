"""Reads the time expressions of English and Chinese questions, by rule.

A month or day without a year is the latest such one not after today. What a rule cannot tell for
sure (a bare number, "may" the verb) is left alone: a missed period is asked for, a wrong one is not
noticed.
"""

from datetime import date

from tools.periods.by_rule import by_rule
from tools.periods.completed import completed
from tools.periods.joined import joined
from tools.periods.mention import PeriodMention


def find_periods(text: str, today: date) -> list[PeriodMention]:
    """The time expressions in `text`, in order, none overlapping another; longer ones win.

    >>> [m.token for m in find_periods("Revenue in the last two weeks?", date(2026, 11, 22))]
    ['last_2_weeks']
    """
    found = sorted(completed(text, by_rule(text, today), today), key=lambda m: m.start)
    return joined(text, found, today)
