"""Speed and memory of the bundled chat model on this CPU: ours, stock `generate`, llama.cpp.

    python -m tests.benchmarks.chat_model_speed [--llama PYTHON]

PYTHON is an interpreter with llama-cpp-python, best in an environment of its own; without it the
row of llama.cpp is left out.

Each row runs in a process of its own. Rates are the best of several runs, so that a busy machine
disturbs them little; memory is the process's own (anonymous) and what it maps from files, which
the system may drop and share.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, DynamicCache

from assistant.llm.engine import Engine
from assistant.llm.grammar import literal
from assistant.llm.loading import load_engine, prepare_bundled
from assistant.llm.packing import Part, read_alone

N_PROMPT, N_NEW, RUNS = 512, 24, 3
FACTS = [
    "Revenue in October was ¥1,234,567, up 12.3% on September.",
    "Headphones sold best, with ¥456,789 (37.0%).",
    "The conversion rate did not change significantly (3.1% against 3.0%).",
    "Returns were 4.2% of units.",
]


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds of the fastest of `runs`."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def gigabytes() -> tuple[float, float]:
    """Own and mapped memory of this process."""
    status = Path("/proc/self/status").read_text()
    own, mapped = (
        int(re.search(rf"{name}:\s+(\d+) kB", status)[1]) / 1e6 for name in ("RssAnon", "RssFile")
    )
    return own, mapped


def read(engine: Engine, tokens: list[int], cache: DynamicCache) -> None:
    """One forward pass."""
    read_alone(engine.model, Part(tokens, cache))


def stock() -> Engine:
    """The same weights in bfloat16 as transformers loads them; only its `generate` is timed."""
    folder = prepare_bundled()
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.bfloat16).eval()
    return Engine(model, AutoTokenizer.from_pretrained(folder), "stock")


def measure(variant: str) -> dict[str, float]:
    """All figures of one row."""
    start = time.perf_counter()
    engine = stock() if variant == "stock" else load_engine(device="cpu")
    figures = {"load s": time.perf_counter() - start}
    text = "Revenue by category, month by month. " * N_PROMPT
    tokens = engine.tokens_of(text)[:N_PROMPT]
    ids = torch.tensor([tokens])
    for rows in (16, 64, N_PROMPT):
        seconds = best(
            lambda n=rows: read(engine, tokens[:n], DynamicCache(config=engine.model.config))
        )
        figures[f"prefill {rows} tok/s"] = rows / seconds
    cache = DynamicCache(config=engine.model.config)
    read(engine, tokens, cache)
    if variant == "stock":
        generate = engine.model.generate
        both = best(lambda: generate(ids, do_sample=False, min_new_tokens=N_NEW, max_length=536), 2)
        figures["decode tok/s"] = N_NEW / (both - N_PROMPT / figures[f"prefill {N_PROMPT} tok/s"])
    else:
        figures["decode tok/s"] = 1 / best(lambda: read(engine, [11], cache), N_NEW)
    figures["answer from facts s"] = answer(engine, variant)
    figures["own GB"], figures["mapped GB"] = gigabytes()
    return figures


def answer(engine: Engine, variant: str) -> float:
    """Seconds to answer from facts: freely with stock, by choosing one of them with ours."""
    facts = "\n".join(FACTS)
    prompt = [
        {"role": "system", "content": f"Answer with the facts that answer the question.\n{facts}"},
        {"role": "user", "content": "Which category sold best?"},
    ]
    if variant == "stock":
        ids = torch.tensor([engine.tokens_of(prompt)])
        return best(lambda: engine.model.generate(ids, do_sample=False, max_new_tokens=60), 2)
    grammar = "start: " + " | ".join(map(literal, FACTS))
    return best(lambda: engine.complete(prompt, grammar=grammar), 2)


def row(command: list[str]) -> dict[str, float]:
    """The figures that `command` prints last."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """Print the table, or with a variant's name the figures of its row."""
    parser = argparse.ArgumentParser()
    parser.add_argument("variant", nargs="?", choices=["ours", "stock"])
    parser.add_argument("--llama", metavar="PYTHON")
    chosen = parser.parse_args()
    if chosen.variant:
        print(json.dumps(measure(chosen.variant)))
        return
    ours = [sys.executable, "-m", "tests.benchmarks.chat_model_speed"]
    commands = {"ours": [*ours, "ours"], "stock": [*ours, "stock"]}
    if chosen.llama:
        script = str(Path(__file__).with_name("llama_speed.py"))
        commands["llama.cpp"] = [chosen.llama, script, str(prepare_bundled() / "model.gguf")]
    columns: list[str] = []
    for variant, command in commands.items():
        figures = row(command)
        if not columns:
            columns = list(figures)
            print("| model | " + " | ".join(columns) + " |")
            print("|---" * (len(columns) + 1) + "|")
        cells = [f"{figures[name]:.1f}" if name in figures else "" for name in columns]
        print(f"| {variant} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
