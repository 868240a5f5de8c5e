"""What campaigns and experiments did, for whom, and how to plan the next test."""

from tools.effects.difference import Estimate
from tools.effects.past import CampaignEffect, past
from tools.effects.power import minimum_detectable, sample_size

__all__ = ["CampaignEffect", "Estimate", "minimum_detectable", "past", "sample_size"]
