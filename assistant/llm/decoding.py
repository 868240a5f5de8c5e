"""What happens between two forward passes: masks, forced tokens, sampling, text so far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import torch
from llguidance import LLMatcher
from transformers import PreTrainedTokenizerFast

FinishReason = Literal["end", "stop", "length", "cancelled"]


@dataclass(frozen=True)
class Completion:
    """A finished generation and what it cost.

    Attributes:
        text: What was generated, without end markers and stop sequences.
        tokens: The generated token ids.
        finish_reason: `end` (the model or the grammar ended), `stop` (a stop sequence), `length`
            (no more tokens allowed) or `cancelled`.
        prompt_tokens: Length of the prompt.
        cached_tokens: How many of those were known from an earlier prompt.
        generated_tokens: Tokens generated, forced ones included.
        forward_passes: How often the model ran, the prompt's reading included.
        first_token_s: Seconds until the first token.
        total_s: Seconds in all.
    """

    text: str
    tokens: tuple[int, ...]
    finish_reason: FinishReason
    prompt_tokens: int
    cached_tokens: int
    generated_tokens: int
    forward_passes: int
    first_token_s: float
    total_s: float


class Sampler:
    """Picks the next token: the likeliest at temperature 0, else at random by probability.

    Args:
        temperature: 0 for greedy; larger is more random.
        top_p: Only the likeliest tokens that together reach this probability are drawn from.
        seed: Makes draws repeatable.
    """

    def __init__(self, temperature: float, top_p: float, seed: int | None) -> None:
        self._temperature = temperature
        self._top_p = top_p
        self._generator = torch.Generator()
        if seed is None:
            self._generator.seed()
        else:
            self._generator.manual_seed(seed)

    def pick(self, logits: torch.Tensor, allowed: torch.Tensor | None) -> int:
        """The next token, among `allowed` if given.

        Args:
            logits: [vocabulary] float32 on the CPU.
            allowed: [vocabulary] bool.
        """
        if allowed is not None:
            logits = logits.masked_fill(~allowed, -torch.inf)
        if self._temperature == 0:
            return int(logits.argmax())
        probabilities = torch.softmax(logits / self._temperature, dim=-1)
        if self._top_p < 1:
            ordered, order = probabilities.sort(descending=True)
            ordered[ordered.cumsum(0) - ordered > self._top_p] = 0
            return int(order[torch.multinomial(ordered, 1, generator=self._generator)])
        return int(torch.multinomial(probabilities, 1, generator=self._generator))


def allowed_tokens(matcher: LLMatcher, n_vocabulary: int) -> torch.Tensor:
    """[vocabulary] bool: which tokens the grammar allows next."""
    bits = np.frombuffer(matcher.compute_bitmask(), dtype=np.uint8)
    allowed = np.unpackbits(bits, count=n_vocabulary, bitorder="little")
    return torch.from_numpy(allowed).bool()


def forced_tokens(matcher: LLMatcher) -> list[int]:
    """The tokens the grammar leaves no choice about, already consumed."""
    tokens: list[int] = matcher.compute_ff_tokens()
    if tokens and not matcher.consume_tokens(tokens):
        raise RuntimeError(f"The grammar refused its own forced tokens: {matcher.get_error()}")
    return tokens


class TextSoFar:
    """The text of the tokens so far, given out in pieces that are final.

    Held back: bytes of an unfinished character, and a tail that may become a stop sequence.

    Args:
        tokenizer: Of the model.
        stop: Sequences that end the text; they are not part of it.
        keep_special: Whether special tokens (of a call format) are part of the text.
    """

    def __init__(
        self, tokenizer: PreTrainedTokenizerFast, stop: Sequence[str], keep_special: bool
    ) -> None:
        self._decode: Callable[[list[int]], str] = lambda tokens: tokenizer.decode(
            tokens, skip_special_tokens=not keep_special, clean_up_tokenization_spaces=False
        )
        self._stop = [sequence for sequence in stop if sequence]
        self.tokens: list[int] = []
        self.text = ""
        self.stopped = False

    def add(self, tokens: Sequence[int]) -> str:
        """Append `tokens`; the piece of text that is now final."""
        self.tokens += tokens
        return self._advance(final=False)

    def finish(self) -> str:
        """The last piece, with whatever was held back."""
        return self._advance(final=True)

    def _advance(self, *, final: bool) -> str:
        if self.stopped:
            return ""
        text = self._decode(self.tokens)
        ends = [n for n in (text.find(sequence) for sequence in self._stop) if n >= 0]
        if ends:
            text, self.stopped = text[: min(ends)], True
        elif not final:
            text = self._settled(text)
        piece = text[len(self.text) :]
        self.text += piece
        return piece

    def _settled(self, text: str) -> str:
        text = text.rstrip("\ufffd")
        tails = [
            n
            for sequence in self._stop
            for n in range(1, len(sequence))
            if text.endswith(sequence[:n])
        ]
        return text[: len(text) - max(tails, default=0)]
