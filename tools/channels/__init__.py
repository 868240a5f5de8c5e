"""How channels perform, when to send on them, and how to split a budget among them."""

from tools.channels.timing import BestTime, best_time

__all__ = ["BestTime", "best_time"]
