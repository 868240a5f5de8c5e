"""One row of `chat_model_speed`: llama.cpp on a GGUF file.

    PYTHON tests/benchmarks/llama_speed.py model.gguf

PYTHON is one with llama-cpp-python; nothing of Storewise is needed. Prints the figures as JSON.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

RUNS, N_NEW = 3, 24


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds of the fastest of `runs`."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main() -> None:
    """Print the figures."""
    from llama_cpp import Llama  # not one of Storewise's dependencies

    start = time.perf_counter()
    # Two threads, as torch takes here; the weights are mapped from the file.
    model = Llama(sys.argv[1], n_ctx=1024, n_batch=512, n_threads=2, verbose=False)
    figures = {"load s": time.perf_counter() - start}
    tokens = model.tokenize(b"Revenue by category, month by month. " * 512, add_bos=False)
    for rows in (16, 64, 512):

        def read(n: int = rows) -> None:
            model.reset()
            model.eval(tokens[:n])

        figures[f"prefill {rows} tok/s"] = rows / best(read)
    figures["decode tok/s"] = 1 / best(lambda: model.eval([11]), N_NEW)
    status = Path("/proc/self/status").read_text()
    for name, field in (("own GB", "RssAnon"), ("mapped GB", "RssFile")):
        figures[name] = int(re.search(rf"{field}:\s+(\d+) kB", status)[1]) / 1e6
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
