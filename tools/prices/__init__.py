"""What prices do to sales, and which price earns most."""

from tools.prices.model import Estimate, elasticity

__all__ = ["Estimate", "elasticity"]
