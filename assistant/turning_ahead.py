"""Where a question about what was turns to what will be ("how many sold, and how many will?")."""

from datetime import date

from assistant import steps
from assistant.cues import cue
from tools.periods import find_periods
from tools.periods.ahead import days_ahead


def turns_ahead(question: str, today: date) -> tuple[str, str] | None:
    """What `question` asks of a time gone by, and of the days ahead; `None` where it asks one.

    >>> turns_ahead(
    ...     "how many sold in May, and how many will in the next 20 days?", date(2026, 7, 1)
    ... )
    ('how many sold in May', 'how many will in the next 20 days?')
    """
    for start, after in steps.joints(question):
        before, rest = steps.bare(question[:start]), steps.bare(question[after:])
        asks = all(cue("interrogative", half) for half in (before, rest))
        ahead = days_ahead(rest) is not None and days_ahead(before) is None
        if asks and ahead and find_periods(before, today) and not find_periods(rest, today):
            return before, rest
    return None
