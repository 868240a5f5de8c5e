"""The time expressions that the rules know, before they are put together."""

from datetime import date

from tools.periods.mention import PeriodMention, is_comparison
from tools.periods.rules import RULES


def by_rule(text: str, today: date) -> list[PeriodMention]:
    """The time expressions that the rules know, in order, none overlapping another."""
    found: list[PeriodMention] = []
    for pattern, read in RULES:
        for match in pattern.finditer(text):
            token = read(match, today)
            if token:
                words = match.group(0).strip().removeprefix("的")  # of "男的九月"
                start = match.start() + match.group(0).index(words)
                end = start + len(words)
                held = is_comparison(text, start, end)
                found.append(PeriodMention(token, words, start, end, held))
    found.sort(key=lambda m: (m.start - m.end, m.start))
    kept: list[PeriodMention] = []
    for mention in found:
        if all(mention.end <= k.start or mention.start >= k.end for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
