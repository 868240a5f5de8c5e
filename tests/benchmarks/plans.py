"""Which calls are planned for questions of a set: what is read, before the chat model chooses.

Run `python -m tests.benchmarks.plans WORKSPACE [-v] FILE...` over the demo store; prints a Markdown
table of how often the tools are right, and the tools with their arguments. With `-v` it shows every
plan that is not; with `STOREWISE_MODEL=none` the chat model's states are not asked either. Open
arguments take their plainest value; a first step is run for its winner only.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean
from types import SimpleNamespace

from langchain_core.messages import AIMessage

from assistant.chooser import Chooser
from assistant.choosing import Call, only_call
from assistant.evaluation.arguments import Matcher
from assistant.evaluation.checks import Judge
from assistant.evaluation.questions import EvalQuestion, load_questions
from assistant.evaluation.truth import Truth
from assistant.families import SMALL_TALK
from assistant.native import by_default
from assistant.planning import Plan, merged, plan
from assistant.progress import Progress
from assistant.second_step import plan_about
from assistant.settings import Settings
from assistant.toolbox import Toolbox
from assistant.turn import ToolCall, Turn
from assistant.workbench import Workbench


def calls_of(planned: Plan) -> list[Call]:
    """The calls of a plan, each with what is likeliest."""
    first = [step.candidates[0] for step in planned.steps]
    return merged([only_call([candidate]) or by_default(candidate) for candidate in first])


def planned_for(
    turn: str, known: Sequence[Call], chooser: Chooser, toolbox: Toolbox
) -> Iterator[Call]:
    """The calls that one turn of a conversation leads to, after those `known`, newest first."""
    before = next(iter(known), None)
    planned = plan(chooser, chooser.asked(turn), before, earlier=known[1:])
    calls = calls_of(planned)
    yield from calls
    if not planned.then:
        return
    done = toolbox.run(*calls[-1], "en")
    asked = AIMessage(content="", additional_kwargs={"then": planned.then})
    winner = Progress(turn, asked, 1, [done], []).winner
    if winner is not None:
        yield from calls_of(plan_about(chooser, planned.then, winner, planned.periods))


def asked(question: EvalQuestion, chooser: Chooser, toolbox: Toolbox) -> list[Call]:
    """The calls of a question's last turn."""
    known: list[Call] = []
    calls: list[Call] = []
    for turn in question.turns:
        calls = list(planned_for(turn, known, chooser, toolbox))
        known = [*(call for call in calls if call[0] != SMALL_TALK), *known]
    return calls


def told(question: EvalQuestion, calls: Sequence[Call]) -> tuple[EvalQuestion, Turn]:
    """The question less its figures, and a turn of these calls that says nothing."""
    made = tuple(
        ToolCall(name=n, arguments={k: v for k, v in given.items() if v is not None}, status="ok")
        for n, given in calls
    )
    turn = Turn(question=question.asked, answer="", language=question.language, tool_calls=made)
    return question.model_copy(update={"figures": ()}), turn


def main(workspace: str, *files: str) -> None:
    bench = Workbench(Settings(workspace=Path(workspace)))
    if bench.settings.model == "none":
        vars(bench)["model"] = SimpleNamespace(model_name="")  # never asked
    chooser, matcher = bench.assistant.chooser, Matcher(bench.store.today, bench.store.calendar[0])
    print("| set | questions | tools | right |\n|---|---:|---:|---:|")
    with Truth.of(bench.folder) as truth:
        judge = Judge(matcher, truth, bench.toolbox.tools)
        for file in [Path(name) for name in files if name != "-v"]:
            verdicts = []
            for question in load_questions([file]):
                calls = asked(question, chooser, bench.toolbox)
                verdict = judge.verdict(*told(question, calls))
                verdicts.append(verdict)
                if "-v" in files and not (verdict.tools and verdict.arguments is not False):
                    print(f"- {question.id}: {' | '.join(question.turns)}\n  {calls}")
            tools = mean(v.tools for v in verdicts)
            right = mean(v.tools and v.arguments is not False for v in verdicts)
            print(f"| `{file.stem}` | {len(verdicts)} | {tools:.1%} | {right:.1%} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
