"""What customers will be worth: when they buy again, how much they spend, who may be lost."""

from tools.prediction.lifetime.contest import judge
from tools.prediction.lifetime.training import train

__all__ = ["judge", "train"]
