"""Decoding speed of chats at once: packed into common passes against taking turns.

    python -m tests.benchmarks.concurrent_chats [MODEL]

Each chat's prompt has been read before; what is timed is the writing of its answer. Both ways run
by turns in one process on the same conversations, and the best of several runs counts, so that the
ratio holds on a busy machine too.
"""

import sys
import threading
import time

from assistant.llm.engine import Engine
from assistant.llm.loading import load_engine
from assistant.llm.weights import BUNDLED

CHATS = (1, 4, 8)
N_NEW, RUNS = 24, 2
TOPICS = ("shoes", "tea", "lamps", "bicycles", "books", "perfume", "chairs", "headphones")


def prompt_of(topic: str) -> str:
    """A chat of about 200 tokens that asks for a long answer."""
    system = f"You write for a shop that sells {topic}. " * 15
    asked = f"Write a long story about the history of {topic}."
    return f"<|im_start|>system\n{system}<|im_end|>\n<|im_start|>user\n{asked}<|im_end|>\n"


def tokens_per_second(engine: Engine, n_chats: int, *, packing: bool) -> float:
    """Tokens of all chats over the time until the last is done."""
    engine.passes.packing = packing
    n_tokens: list[int] = []

    def chat(topic: str) -> None:
        prompt = prompt_of(topic) + "<|im_start|>assistant\n"
        n_tokens.append(engine.complete(prompt, max_tokens=N_NEW).generated_tokens)

    threads = [threading.Thread(target=chat, args=(topic,)) for topic in TOPICS[:n_chats]]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(n_tokens) / (time.perf_counter() - started)


def main() -> None:
    """Print the table."""
    engine = load_engine(sys.argv[1] if len(sys.argv) > 1 else BUNDLED)
    tokens_per_second(engine, max(CHATS), packing=True)  # reads the prompts
    print("| chats | packed tok/s, all | each | turns tok/s, all | each | ratio |")
    print("|---|---|---|---|---|---|")
    for n in CHATS:
        rates = [
            [tokens_per_second(engine, n, packing=packing) for packing in (True, False)]
            for _ in range(RUNS)
        ]
        packed, turns = (max(column) for column in zip(*rates, strict=True))
        figures = (packed, packed / n, turns, turns / n, packed / turns)
        print(f"| {n} | " + " | ".join(f"{figure:.2f}" for figure in figures) + " |", flush=True)


if __name__ == "__main__":
    main()
