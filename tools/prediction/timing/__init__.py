"""When customers buy next: chances, and ranges of days that hold as often as is said."""

from tools.prediction.timing.contest import judge
from tools.prediction.timing.training import train

__all__ = ["judge", "train"]
