"""Periods of the store's calendar: what a token or a phrase stands for, and what came before."""

from tools.periods.calendar import START, Period, previous, resolve, unit_end, year_ago
from tools.periods.mention import PeriodMention
from tools.periods.words import find_periods

__all__ = [
    "START",
    "Period",
    "PeriodMention",
    "find_periods",
    "previous",
    "resolve",
    "unit_end",
    "year_ago",
]
