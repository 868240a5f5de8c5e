"""Draft ten campaigns end to end with the bundled model and keep them under tests/golden/drafts.

    python -m tests.benchmarks.golden_drafts WORKSPACE [--only N] [--figures]

WORKSPACE is a demo store as `storewise demo` makes it (seed 7). Nothing is written to it: its data
is copied to a folder that is deleted afterwards. Each draft is kept as Markdown, to be read, and as
JSON, from which tests/tools/drafts/test_golden.py checks figures, claims, lengths and consent.
With --figures, only the figures are computed anew, and of each line the phrase is taken that the
model chose before. Prints a Markdown table of what was drafted and how long it took.
"""

import argparse
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from assistant.settings import read_settings
from assistant.workbench import Workbench
from tools.drafts import Choice, Draft, Drafts, FirstWriter
from tools.drafts.document import markdown

GOLDEN = Path(__file__).parents[1] / "golden" / "drafts"
GOALS = (
    "win back lapsed customers, 2,000 yuan budget",
    "清仓秋装，预算5000，发短信",
    "Thank our best customers by e-mail, no discount",
    "双十二主推头戴式耳机，发小程序消息和推送，预算8000",
    "Women aged 25-34 who never bought: a first order, by e-mail, in English and Chinese",
    "挽回加购未下单的顾客，发推送，9折，预算3000",
    "Sell more coffee beans in Guangdong, text message, free shipping, next week",
    "给沉睡的女顾客写一封温暖的邮件，满300减30",
    "Clear robot vacuums on social media and in a live stream, 10% off, 5 December to 12 December",
    "下个月在应用内回馈老顾客，全场92折",
)


class Kept(FirstWriter):
    """Takes the phrases that stand in the draft that is kept."""

    def __init__(self, n: int) -> None:
        self._draft = Draft.model_validate_json((GOLDEN / f"{n:02d}.json").read_text("utf-8"))
        self.name = self._draft.writer

    def choose(self, choice: Choice) -> int:
        """The first option that the kept message holds."""
        asked = (choice.channel, choice.language)
        copies = [c for c in self._draft.copies if (c.channel, c.language) == asked]
        told = [text for copy in copies for text in copy.parts.values()]
        return next(n for n, own in enumerate(choice.options) if any(own in text for text in told))


def main() -> None:
    """Draft the campaigns and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--only", type=int, help="number of one goal, 1 to 10")
    parser.add_argument("--figures", action="store_true", help="keep the phrases chosen before")
    given = parser.parse_args()
    GOLDEN.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder)
        for name in ("store.duckdb", "store.json"):
            shutil.copy(given.workspace / name, workspace / name)
        drafts = Workbench(read_settings(workspace=workspace)).drafts(worded=not given.figures)
        print("| goal | audience | written to | channels | expected profit | seconds |")
        print("|---|---|---|---|---|---|")
        for n, goal in enumerate(GOALS, start=1):
            if given.only in (None, n):
                started = time.perf_counter()
                writer = Kept(n) if given.figures else drafts.writer
                draft = _kept(replace(drafts, writer=writer), n, goal)
                print(_row(goal, draft, time.perf_counter() - started), flush=True)


def _kept(drafts: Drafts, n: int, goal: str) -> Draft:
    draft = drafts.new(drafts.brief(goal)).draft
    (GOLDEN / f"{n:02d}.md").write_text(markdown(draft), encoding="utf-8")
    (GOLDEN / f"{n:02d}.json").write_text(draft.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return draft


def _row(goal: str, draft: Draft, seconds: float) -> str:
    profit = draft.forecast.profit
    told = (
        "–" if profit is None else f"{profit.value:,.0f} ({profit.low:,.0f} to {profit.high:,.0f})"
    )
    label, channels = draft.audience.label.en, ", ".join(draft.channels)
    cells = (goal, label, f"{draft.audience.n_treated:,}", channels, told, f"{seconds:.0f}")
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
