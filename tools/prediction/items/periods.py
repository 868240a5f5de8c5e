"""How the calendar is cut for judging lists of items."""

from datetime import date, timedelta

from pydantic import BaseModel

LESSONS = 3  # periods the blend learns from


class Periods(BaseModel, frozen=True):
    """Cuts of the calendar; each is the first day of `horizon_days` days to predict.

    Attributes:
        horizon_days: Days predicted.
        training: Cuts the blend learns from, earliest first; every period ends before the next.
        validation: Cut that chooses; its period ends before `test`.
        test: Cut of the last `horizon_days` of the data, that judges.
        end: First day without data.
    """

    horizon_days: int
    training: tuple[date, ...]
    validation: date
    test: date
    end: date


def periods(first: date, end: date, horizon_days: int) -> Periods | None:
    """Cuts of the days from `first` up to but without `end`; `None` if they are too few.

    The horizon shrinks to a sixth of the days where these are few, and a third of them comes
    before the first cut, unless 60 days do.

    >>> periods(date(2017, 11, 25), date(2017, 12, 4), 30).test
    datetime.date(2017, 12, 3)
    """
    span = (end - first).days
    horizon = max(1, min(horizon_days, span // 6))
    history = min(60, max(1, span // 3))
    back = [end - timedelta(days=horizon * i) for i in range(1, LESSONS + 3)]
    kept = sorted(cut for cut in back if (cut - first).days >= history)
    if len(kept) < 3:
        return None
    *training, validation, test = kept
    return Periods(
        horizon_days=horizon, training=tuple(training), validation=validation, test=test, end=end
    )
