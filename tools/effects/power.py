"""How many people a test needs, and what it can find (Chow, Shao & Wang 2008, section 4.2)."""

import math

from scipy import stats
from scipy.optimize import brentq


def sample_size(
    baseline: float,
    lift: float,
    power: float = 0.8,
    alpha: float = 0.05,
    share_control: float = 0.5,
) -> int:
    """People needed in the smaller arm to find an absolute `lift` of a rate.

    >>> sample_size(0.05, 0.01)
    8155

    Args:
        baseline: Rate without the campaign, 0-1.
        lift: Absolute change to be found, such as 0.01 for one point.
        power: Chance of finding it when it is there.
        alpha: Chance of finding one when there is none (two-sided).
        share_control: Share of everyone who is held out, 0-1 exclusive.

    Raises:
        ValueError: If a rate lies outside 0-1, or `lift` is 0.
    """
    raised = baseline + lift
    if not (0 <= baseline <= 1 and 0 <= raised <= 1 and lift and 0 < share_control < 1):
        raise ValueError(f"No test can find {lift} above {baseline} with {share_control} held out")
    return size_for(
        baseline * (1 - baseline), raised * (1 - raised), lift, power, alpha, share_control
    )


def size_for(
    control_variance: float,
    treated_variance: float,
    lift: float,
    power: float = 0.8,
    alpha: float = 0.05,
    share_control: float = 0.5,
) -> int:
    """People needed in the smaller arm to find a `lift` of a mean, from each arm's variance."""
    spread = control_variance / share_control + treated_variance / (1 - share_control)
    total = reach(power, alpha) ** 2 * spread / lift**2
    return max(2, math.ceil(total * min(share_control, 1 - share_control) - 1e-9))


def minimum_detectable(
    baseline: float, n_treated: int, n_control: int, power: float = 0.8, alpha: float = 0.05
) -> float:
    """Smallest absolute rise of a rate that arms of these sizes find with chance `power`.

    At most 1 - `baseline`, which says that no rise can be found.

    >>> round(minimum_detectable(0.05, 8155, 8155), 4)
    0.01
    """

    def short(lift: float) -> float:
        raised = min(1.0, baseline + lift)
        variance = baseline * (1 - baseline) / n_control + raised * (1 - raised) / n_treated
        return lift - reach(power, alpha) * math.sqrt(variance)

    most = 1 - baseline
    if n_treated < 2 or n_control < 2 or short(most) < 0:
        return most
    return float(brentq(short, 1e-12, most)) if short(1e-12) < 0 else 0.0


def reach(power: float, alpha: float) -> float:
    """Standard errors a true effect must be away from 0."""
    return float(stats.norm.ppf(1 - alpha / 2) + stats.norm.ppf(power))
