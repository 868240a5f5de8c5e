"""One generation: read the prompt, then pick, force and read tokens until the text ends."""

import time
from collections.abc import Callable, Generator

import torch
from llguidance import LLMatcher
from transformers import DynamicCache

from assistant.llm.decoding import (
    Completion,
    FinishReason,
    Sampler,
    TextSoFar,
    allowed_tokens,
    forced_tokens,
)
from assistant.llm.passes import Passes


class Generation:
    """One generation under way.

    Args:
        passes: Reads tokens.
        tokens: The prompt.
        cached: A cache of the prompt's beginning, and that beginning's length.
        matcher: The grammar the text is held to.
        sampler: Picks each token.
        text: Takes the tokens.
        ends: Tokens that end the text.
        max_tokens: The largest number of tokens to generate.
        cancelled: Asked before each pass; `True` ends the generation.

    Attributes:
        known: The tokens in `cache`.
    """

    def __init__(
        self,
        passes: Passes,
        tokens: list[int],
        cached: tuple[DynamicCache, int],
        matcher: LLMatcher | None,
        sampler: Sampler,
        text: TextSoFar,
        ends: frozenset[int],
        max_tokens: int,
        cancelled: Callable[[], bool],
    ) -> None:
        self.cache, self._n_cached = cached
        self.known = tokens[: self._n_cached]
        self._passes = passes
        self._waiting = tokens[self._n_cached :]  # the tokens not yet read
        self._n_prompt = len(tokens)
        self._matcher = matcher
        self._sampler = sampler
        self._text = text
        self._ends = ends
        self._max_tokens = max_tokens
        self._cancelled = cancelled
        self._n_passes = 0
        self._started = time.perf_counter()
        self._first_token_s = 0.0
        self._finish: FinishReason | None = None

    def run(self) -> Generator[str, None, None]:
        """Generate to the end, yielding what became final."""
        yield from self._add(self._forced())
        while self._finish is None:
            logits = self._read_waiting()
            if logits is not None:
                yield from self._add(self._next(logits))
        last = self._text.finish()
        if last:
            yield last

    def _forced(self) -> list[int]:
        return [] if self._matcher is None else forced_tokens(self._matcher)

    def _read_waiting(self) -> torch.Tensor | None:
        """Read what is waiting, some each pass; logits after the last token."""
        logits = None
        while self._waiting:
            if self._cancelled():
                self._finish = "cancelled"
                return None
            n, after = self._passes.read(self._waiting, self.cache)
            self.known += self._waiting[:n]
            self._waiting = self._waiting[n:]
            self._n_passes += 1
            logits = after[-1]
        return logits

    def _next(self, logits: torch.Tensor) -> list[int]:
        """The next token and all that it forces; none at the end."""
        matcher = self._matcher
        allowed = None if matcher is None else allowed_tokens(matcher, len(logits))
        token = self._sampler.pick(logits, allowed)
        if token in self._ends:
            self._finish = "end"
            return []
        if matcher is None:
            return [token]
        if not matcher.consume_token(token):
            raise RuntimeError(f"The grammar refused a token it allowed: {matcher.get_error()}")
        return [token, *forced_tokens(matcher)]

    def _add(self, tokens: list[int]) -> Generator[str, None, None]:
        """Append generated `tokens`, and see whether that was all."""
        room = self._max_tokens - len(self._text.tokens)
        tokens, cut = tokens[:room], len(tokens) > room
        if tokens and not self._first_token_s:
            self._first_token_s = time.perf_counter() - self._started
        self._waiting = self._waiting + tokens
        piece = self._text.add(tokens)
        if self._text.stopped:
            self._finish = "stop"
        elif not cut and self._matcher is not None and self._matcher.is_stopped():
            self._finish = "end"
        elif self._finish is None and len(self._text.tokens) >= self._max_tokens:
            self._finish = "length"
        if piece:
            yield piece

    def completion(self) -> Completion:
        """What was generated, and the cost."""
        return Completion(
            text=self._text.text,
            tokens=tuple(self._text.tokens),
            finish_reason=self._finish or "cancelled",
            prompt_tokens=self._n_prompt,
            cached_tokens=self._n_cached,
            generated_tokens=len(self._text.tokens),
            forward_passes=self._n_passes,
            first_token_s=self._first_token_s,
            total_s=time.perf_counter() - self._started,
        )
