"""Seconds from question to answer, step by step, with the real bundled model.

    python -m tests.benchmarks.question_to_answer [WORKSPACE]

Needs a demo workspace (`storewise demo`). Each question is asked once after one warm-up; the table
says where the time went: choosing the tool, running it, composing the answer.
"""

import statistics
import sys
import time
from pathlib import Path

from assistant.settings import Settings
from assistant.turn import TextPiece, ToolFinished, ToolStarted, TurnFinished
from assistant.workbench import Workbench

QUESTIONS = [
    "What did we turn over in August?",
    "Orders per device over the last 90 days",
    "Where does the path to checkout leak?",
    "Which shoppers will order soon?",
    "What is said about the strap?",
    "八月的营业额是多少？",
    "最近90天各设备的订单数",
    "购买路径在哪一步漏得最多？",
    "谁快要下单了？",
    "表带的评价怎么样？",
]


def main() -> None:
    workspace = Path(sys.argv[1] if len(sys.argv) > 1 else "workspace")
    started = time.perf_counter()
    assistant = Workbench(Settings(workspace=workspace)).assistant
    print(f"Loaded in {time.perf_counter() - started:.1f} s\n")
    list(assistant.ask("Revenue by brand", thread_id=None))
    print("| question | tool | choose s | run s | first word s | compose s | total s | passes |")
    print("|---|---|---|---|---|---|---|---|")
    totals, firsts = [], []
    for question in QUESTIONS:
        marks: dict[str, float] = {}
        started = time.perf_counter()
        for event in assistant.ask(question, thread_id=None):
            now = time.perf_counter() - started
            match event:
                case ToolStarted(call=call):
                    marks["choose"], name = now, call.name
                case ToolFinished():
                    marks["run"] = now
                case TextPiece():
                    marks.setdefault("first", now)
                case TurnFinished(turn=turn):
                    marks["total"] = now
        run, compose = marks["run"] - marks["choose"], marks["total"] - marks["run"]
        totals.append(marks["total"])
        firsts.append(marks["first"])
        print(
            f"| {question} | {name} | {marks['choose']:.2f} | {run:.2f} | {marks['first']:.2f} "
            f"| {compose:.2f} | {marks['total']:.2f} | {turn.timing.forward_passes} |"
        )
    print(f"\np50 {statistics.median(totals):.2f} s, worst {max(totals):.2f} s; ", end="")
    print(f"first word p50 {statistics.median(firsts):.2f} s")


if __name__ == "__main__":
    main()
