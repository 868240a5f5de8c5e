"""The reason file: what a draft rests on, so that it can be judged and computed again."""

import hashlib
from collections.abc import Sequence
from typing import Any

from tools.drafts.brand import Brand
from tools.drafts.models import Draft
from tools.drafts.planning import Figures, Planner
from tools.drafts.writers import Pick


def _hash(user_ids: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(user_ids).encode()).hexdigest()


def reason_of(
    draft: Draft,
    figures: Figures,
    picks: Sequence[Pick],
    planner: Planner,
    brand: Brand,
    words: str = "",
) -> dict[str, Any]:
    """Everything a draft rests on, as JSON.

    Returns:
        `data_version`, `brand` (fingerprint), `brief`, `revision` (the words that led to this
        version), `segment` (rules and SQL), `reachable` (how many could be written to, and a hash
        of their ids), `arms` (the hash of the list), `seed`, `writer`, `past` (each campaign's
        effect), `pooled`, `costs`, `redemption`, `channels_rejected` (with what each promised),
        `picks` (each line, what was not taken, and what failed which check).
    """
    pooled = planner.pooled
    return {
        "draft": draft.id,
        "version": draft.version,
        "data_version": draft.data_version,
        "today": draft.today,
        "brand": brand.fingerprint,
        "brief": draft.brief.model_dump(mode="json"),
        "revision": words,
        "segment": {
            "rule": figures.reach.segment.model_dump(mode="json"),
            "words": figures.audience.rule.model_dump(mode="json"),
            "sql": planner.segments.sql(figures.reach.segment),
        },
        "reachable": {"n": len(figures.reach.user_ids), "sha256": _hash(figures.reach.user_ids)},
        "arms": figures.audience.fingerprint,
        "seed": draft.brief.seed,
        "writer": draft.writer,
        "past": [own.model_dump(mode="json") for own in planner.past],
        "pooled": None if pooled is None else vars(pooled),
        "costs": {name: own.model_dump() for name, own in planner.costs.items()},
        "redemption": vars(planner.redemption),
        "channels_rejected": [{"channels": c, "promised": value} for c, value in figures.others],
        "picks": [own.model_dump(mode="json") for own in picks],
    }
