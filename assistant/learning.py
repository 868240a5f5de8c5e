"""Puts together what chooses the tools, with all it learned from examples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assistant.audiences import Audiences
from assistant.campaign_names import CampaignNames
from assistant.chooser import Chooser
from assistant.leaning import Leaning
from assistant.llm.chat_model import ChatTransformers
from assistant.llm.states import States
from assistant.llm.weights import BUNDLED
from assistant.measures import Measures
from assistant.probes import Probe, probes, remembering
from assistant.reading import Reader
from assistant.remarks import Remarks
from assistant.requests import Requests
from assistant.routing import Router
from assistant.trials import Trials
from tools.lexicon import Lexicon

if TYPE_CHECKING:
    from assistant.workbench import Workbench

REMEMBERED = 32_768
"""Most texts whose vectors are kept: all examples, which the parts share, and what is asked."""


def learned_chooser(bench: Workbench) -> Chooser:
    """What chooses the tools of a workspace for questions about its store."""
    tools, store = bench.toolbox.tools, bench.store
    embed, cache = remembering(bench.embedder.queries, REMEMBERED), bench.settings.cache
    lexicon = Lexicon(store)
    told = _probes(bench)
    router = Router.load(embed, tools, cache, told.get("routing"))
    return Chooser(
        tools,
        bench.vocabulary,
        Reader(lexicon, store.calendar, store.today),
        router,
        Audiences(bench.segments),
        CampaignNames(store, lexicon),
        Trials(bench.uploads),
        Measures.load(embed, bench.vocabulary["metrics"], cache, told.get("metrics")),
        Remarks.load(embed, cache, told.get("remarks")),
        Requests.load(embed, router, cache, told.get("requests")),
        Leaning.load(embed, cache, told.get("followups")),
    )


def _probes(bench: Workbench) -> Mapping[str, Probe]:
    """What the bundled model's states tell of messages; nothing where another model serves."""
    model = bench.model
    if not isinstance(model, ChatTransformers) or model.model_name != BUNDLED:
        return {}
    return probes(States(model.engine.model, model.engine.tokenizer).of)
