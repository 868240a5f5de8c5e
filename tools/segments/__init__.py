"""Groups of customers: RFM and behavioural segments, those described in words, and saved ones."""

from tools.segments.segment import Segment
from tools.segments.segments import Segments

__all__ = ["Segment", "Segments"]
