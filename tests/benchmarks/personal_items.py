"""How many of 500 planted personal items stay in the index, the logs, an answer or a prompt.

    python -m tests.benchmarks.personal_items

Each item stands in a short text, in English or Chinese, in one of seven places: a review, a
question and answer under a product, a search, and what customers write to service. What of it is
still to be read counts as missed. What a customer writes to service is kept in the service book,
where her account and orders lie, and is told the colleague who takes over; it is looked for
everywhere else.
"""

import logging
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from io import StringIO
from pathlib import Path

from assistant.service import ServiceAssistant, ServiceTurn
from assistant.service.routing import ServiceRouter
from retrieval.embedding import TorchEmbedder
from retrieval.filters import Filters
from retrieval.review_index import ReviewIndex
from tests.assistant.service.shop import Clock, make_shop
from tests.planted.personal import SAID, Item, left, planted
from tests.planted.watching import Recorder
from tests.retrieval.letters import LetterEmbedder
from tests.retrieval.test_review_index import rows, table
from tests.small_store import ITEMS, at, store_of
from tools.prediction.customers.words import LANGUAGES
from tools.review_scope import reviews_to_index
from tools.themes.tool import ThemeTools

LOOKED_IN = ("index", "log", "answer", "prompt")
PERSON = ("I want to talk to a human", "转人工")
UNLIKE = 2 * len(SAID)
"""Items in a row of which no two stand in the same sentence, so that searches are told apart."""
SEARCHERS = 12
"""People who type the same; what fewer than ten type is never told."""


@dataclass
class Found:
    """What can be read afterwards, of all items of one place or of each.

    Attributes:
        index: The review index's files and texts.
        log: What was logged in the service book.
        prompt: What a chat model was shown.
        answers: What was answered about each item, by its number.
    """

    index: str = ""
    log: str = ""
    prompt: str = ""
    answers: dict[int, str] = field(default_factory=dict)


def in_reviews(items: dict[int, Item], folder: Path, form: str = "{}") -> Found:
    """Reviews, indexed and searched for."""
    index = ReviewIndex.open(folder, LetterEmbedder())
    texts = {f"p{n}": form.format(item.text) for n, item in items.items()}
    told = zip(rows(len(texts)), texts.items(), strict=True)
    index.update(table([{**r, "review_id": p, "title": None, "text": t} for r, (p, t) in told]))
    answers = {}
    for n, item in items.items():
        hits = index.search(item.text, 5, Filters()).hits
        answers[n] = " ".join(hit.text for hit in hits)
    kept = " ".join(near.text for near in index.vectors.stored())
    return Found(index=kept + read(folder), answers=answers)


def in_answered(items: dict[int, Item], folder: Path) -> Found:
    """Questions and answers under a product, imported as reviews."""
    return in_reviews(items, folder, "Q: any experience with it? A: {}")


def in_searches(items: dict[int, Item], folder: Path) -> Found:
    """Searches that find nothing, told as what visitors do not find."""
    told: dict[int, str] = {}
    numbers = list(items)
    for start in range(0, len(numbers), UNLIKE):
        some = numbers[start : start + UNLIKE]
        answer, n = _unfound([items[n].text for n in some])
        assert n == len(some)  # each phrase is listed
        told |= dict.fromkeys(some, answer)
    return Found(answers=told)


def _unfound(typed: list[str]) -> tuple[str, int]:
    """What is told of searches, each of which leads nowhere, and how many phrases that lists."""
    visits = [
        (f"s{n}-{who}", who, [("search", text)])
        for n, text in enumerate(typed) for who in range(SEARCHERS)
    ] + [(f"a{n}", n, [("search", "lamp"), ("view", None)]) for n in range(900)]  # fmt: skip
    events = [
        {"event_id": f"{visit}-{place}", "session_id": visit, "user_id": f"u{who}",
         "event_time": at(1 + who % 28) + timedelta(seconds=place), "event_type": kind,
         "query": query, "item_id": "i1" if kind == "view" else None}
        for visit, who, done in visits for place, (kind, query) in enumerate(done)
    ]  # fmt: skip
    store = store_of({"events": events, "items": ITEMS}, data_version="1")
    result = ThemeTools(store).review_themes(source="searches", period="2026-10", top_n=50)
    told = [fact.text for language in LANGUAGES for fact in result.facts(language)]
    return f"{told} {result.json_rows()}", sum(bool(row["missed"]) for row in result.rows)


def in_service(items: dict[int, Item], folder: Path, *, ticket: bool, form: str = "{}") -> Found:
    """Messages to service, each in a conversation of its own; a ticket is handed over."""
    service = make_shop(folder, Clock())
    index = ReviewIndex.open(folder / "index", LetterEmbedder())
    recorder = Recorder(everything=True)
    cache = folder / "cache"
    router = ServiceRouter.load(TorchEmbedder.bundled(cache).queries, cache)
    assistant = ServiceAssistant(replace(service, reviews=lambda: index), router, lambda: recorder)
    answers = {}
    for n, item in items.items():
        said = [form.format(item.text), *([PERSON[item.chinese]] if ticket else [])]
        turns = [list(assistant.reply(f"t{n}", message))[-1] for message in said]
        answers[n] = " ".join(turn.answer for turn in turns if isinstance(turn, ServiceTurn))
    index.update(reviews_to_index(service.store))
    with service.book.reading() as ledger:
        log = str(ledger.connection.execute("SELECT * FROM log").fetchall())
    return Found(read(folder / "index"), log, " ".join(recorder.shown), answers)


def in_messages(items: dict[int, Item], folder: Path) -> Found:
    """Messages to service."""
    return in_service(items, folder, ticket=False)


def in_questions(items: dict[int, Item], folder: Path) -> Found:
    """Questions about a product with more in the message."""
    return in_service(items, folder, ticket=False, form="Is the Bolt Keyboard any good? {}")


def in_tickets(items: dict[int, Item], folder: Path) -> Found:
    """Messages to service, given to a person."""
    return in_service(items, folder, ticket=True)


def in_copilot(items: dict[int, Item], folder: Path) -> Found:
    """Messages pasted in the copilot."""
    service, recorder = make_shop(folder, Clock()), Recorder(everything=True)
    router = ServiceRouter.load(TorchEmbedder.bundled(folder).queries, folder)
    assistant = ServiceAssistant(service, router, lambda: recorder)
    answers = {}
    for n, item in items.items():
        found = assistant.suggest(item.text, history=[item.text])
        answers[n] = " ".join([found.reply, *(edit.reply for edit in found.edits), *found.notes])
    with service.book.reading() as ledger:
        log = str([ledger.connection.execute(f"SELECT * FROM {t}").fetchall()  # noqa: S608  # ours
                   for t in ("log", "threads", "turns", "handovers", "proposals")])  # fmt: skip
    return Found(log=log, prompt=" ".join(recorder.shown), answers=answers)


PLACES: dict[str, Callable[[dict[int, Item], Path], Found]] = {
    "review": in_reviews,
    "question and answer under a product": in_answered,
    "search phrase": in_searches,
    "message to service": in_messages,
    "question about a product": in_questions,
    "ticket": in_tickets,
    "message pasted in the copilot": in_copilot,
}


def read(folder: Path) -> str:
    """Every file in `folder` as text."""
    files = (path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
    return " ".join(content.decode(errors="replace") for content in files)


def missed(item: Item, n: int, found: Found, log: str) -> list[str]:
    """Where an item can still be read."""
    texts = (found.index, found.log + log, found.answers[n], found.prompt)
    return [name for name, text in zip(LOOKED_IN, texts, strict=True) if left(item, text)]


def main() -> None:
    """Print the table."""
    log = StringIO()
    logging.basicConfig(stream=log, level="DEBUG", force=True)
    counts = {name: Counter[str]() for name in ("planted", *LOOKED_IN)}
    items = planted()
    for start, (place, plant) in enumerate(PLACES.items()):
        here = {n: items[n] for n in range(start, len(items), len(PLACES))}
        found = plant(here, Path(tempfile.mkdtemp()))
        for n, item in here.items():
            names = missed(item, n, found, log.getvalue())
            for name in ("planted", *names):
                counts[name].update((item.kind, place, "all"))
            if names:
                print(f"missed in {place} ({', '.join(names)}): {item.text}")  # what it is run for
    print("| | planted | in the index | in a log | in an answer | in a prompt |")
    print("|---|---:|---:|---:|---:|---:|")
    for row in (*SAID, *PLACES, "all"):
        print(f"| {row} | " + " | ".join(str(c[row]) for c in counts.values()) + " |")


if __name__ == "__main__":
    main()
