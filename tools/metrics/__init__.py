"""The semantic layer: metrics and dimensions declared once, measured on any store."""

from tools.metrics.dimensions import DIMENSIONS, Dimension
from tools.metrics.measure import measure
from tools.metrics.metric import METRICS, Metric
from tools.metrics.semantics import Semantics

__all__ = ["DIMENSIONS", "METRICS", "Dimension", "Metric", "Semantics", "measure"]
