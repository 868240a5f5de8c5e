"""The model at work: prompts in, text out, under a grammar where one is given. No LangChain."""

import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Any

import torch
from llguidance import LLMatcher, hf
from transformers import DynamicCache, PreTrainedModel, PreTrainedTokenizerFast

from assistant.llm.decoding import (
    Completion,
    FinishReason,
    Sampler,
    TextSoFar,
    allowed_tokens,
    forced_tokens,
)
from assistant.llm.formats import CallFormat, CallLanguage, format_of
from assistant.llm.grammar import Grammar, compile_grammar
from assistant.llm.prefixes import PrefixStore
from tools.errors import StorewiseError

Message = Mapping[str, Any]
Prompt = str | Sequence[Message]
"""Text as the model reads it, or chat messages (`role`, `content`, ...) for its template."""

_CHUNK = 128  # prompt tokens read in one pass; between passes other threads and `stop` get a turn


class PromptTooLongError(StorewiseError):
    """The prompt does not fit the model's context.

    Attributes:
        prompt_tokens: Its length.
        context: What fits.
    """

    def __init__(self, prompt_tokens: int, context: int) -> None:
        self.prompt_tokens = prompt_tokens
        self.context = context
        super().__init__(
            f"The conversation has {prompt_tokens} tokens and the model reads at most {context}; "
            "start a new conversation or ask for less."
        )


class Engine:
    """A causal language model with its tokenizer, ready to complete prompts.

    Several threads may use one engine: each generation has its own keys and values, and a lock
    lets one forward pass run at a time, so that they take turns token by token.

    Args:
        model: Any transformers causal language model, on any device.
        tokenizer: Its fast tokenizer.
        name: What to call the model.
        call_format: How the model writes tool calls; found from its chat template if not given.
    """

    def __init__(
        self,
        model: PreTrainedModel,
        tokenizer: PreTrainedTokenizerFast,
        name: str,
        call_format: CallFormat | None = None,
    ) -> None:
        self.model = model
        self.tokenizer = tokenizer
        self.name = name
        self.calls = CallLanguage(call_format or format_of(tokenizer, name), tokenizer)
        self.prefixes = PrefixStore(model.config)
        text_config = model.config.get_text_config()
        self.context: int = text_config.max_position_embeddings
        self._n_vocabulary: int = text_config.vocab_size
        self._ends = _end_tokens(model, tokenizer)
        self._grammar_tokens = hf.from_tokenizer(
            tokenizer, n_vocab=self._n_vocabulary, eos_token=sorted(self._ends)
        )
        self._turn = threading.Lock()

    def render(self, messages: Sequence[Message], **template_options: Any) -> str:
        """`messages` as the model reads them, up to where its answer begins.

        Args:
            messages: Chat messages as transformers' chat templates take them.
            template_options: Passed to the template: `tools`, `enable_thinking`, ...
        """
        rendered: str = self.tokenizer.apply_chat_template(
            list(messages), tokenize=False, add_generation_prompt=True, **template_options
        )
        return rendered

    def complete(self, prompt: Prompt, **options: Any) -> Completion:
        """Generate to the end; the options are those of `stream`."""
        pieces = self.stream(prompt, **options)
        while True:
            try:
                next(pieces)
            except StopIteration as done:
                completion: Completion = done.value
                return completion

    def stream(
        self,
        prompt: Prompt,
        *,
        grammar: Grammar | None = None,
        max_tokens: int = 512,
        temperature: float = 0.0,
        top_p: float = 1.0,
        stop: Sequence[str] = (),
        seed: int | None = None,
        cancelled: Callable[[], bool] | None = None,
        keep_special: bool = False,
    ) -> Generator[str, None, Completion]:
        """Generate, yielding pieces of text as they become final; returns the completion.

        Args:
            prompt: Text or chat messages.
            grammar: What the text is held to. Parts that leave no choice are not decoded.
            max_tokens: The largest number of tokens to generate.
            temperature: 0 for the likeliest token each time.
            top_p: Share of the probability sampled from, 0-1.
            stop: Sequences that end the text.
            seed: Makes sampling repeatable.
            cancelled: Asked before each token; `True` ends the generation.
            keep_special: Whether special tokens are part of the text.

        Raises:
            PromptTooLongError: If the prompt does not fit the model's context.
            ValueError: If `grammar` is not a grammar.
        """
        tokens = self.tokens_of(prompt)
        if len(tokens) >= self.context:
            raise PromptTooLongError(len(tokens), self.context)
        generation = _Generation(
            read=self._read,
            tokens=tokens,
            cached=self.prefixes.take(tokens),
            matcher=None if grammar is None else compile_grammar(grammar, self._grammar_tokens),
            sampler=Sampler(temperature, top_p, seed),
            text=TextSoFar(self.tokenizer, stop, keep_special),
            ends=self._ends,
            max_tokens=min(max_tokens, self.context - len(tokens)),
            cancelled=cancelled or (lambda: False),
        )
        try:
            yield from generation.run()
        finally:
            self.prefixes.keep(generation.known, generation.cache)
        return generation.completion()

    def tokens_of(self, prompt: Prompt) -> list[int]:
        """The token ids of `prompt`."""
        text = prompt if isinstance(prompt, str) else self.render(prompt)
        tokens: list[int] = self.tokenizer(text, add_special_tokens=False)["input_ids"]
        return tokens

    def score(self, prompt: Prompt, continuations: Sequence[str]) -> list[float]:
        """Log-probability (natural, summed over tokens) of each continuation of `prompt`."""
        tokens = self.tokens_of(prompt)
        scores = []
        for continuation in continuations:
            whole = tokens + self.tokens_of(continuation)
            cache, n_known = self.prefixes.take(tokens)
            logits = self._read(whole[n_known:], cache, len(whole) - len(tokens) + 1)
            likely = torch.log_softmax(logits[:-1], dim=-1)
            chosen = likely.gather(1, torch.tensor(whole[len(tokens) :]).unsqueeze(1))
            scores.append(float(chosen.sum()))
            self.prefixes.keep(whole, cache)
        return scores

    def _read(self, tokens: Sequence[int], cache: DynamicCache, n_logits: int = 1) -> torch.Tensor:
        """One forward pass over `tokens`, appended to `cache`.

        Returns:
            [n_logits, vocabulary] float32 on the CPU: what follows each of the last tokens.
        """
        ids = torch.tensor([tokens], device=self.model.device)  # [1, n_tokens]
        with self._turn, torch.inference_mode():
            output = self.model(
                input_ids=ids, past_key_values=cache, use_cache=True, logits_to_keep=n_logits
            )
            logits: torch.Tensor = output.logits[0].float().cpu()
        return logits


class _Generation:
    """One generation under way."""

    def __init__(
        self,
        read: Callable[[Sequence[int], DynamicCache], torch.Tensor],
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
        self.known = tokens[: self._n_cached]  # the tokens in `cache`
        self._read = read
        self._waiting = tokens[self._n_cached :]  # the tokens not yet read
        self._n_prompt = len(tokens)
        self._matcher = matcher
        self._sampler = sampler
        self._text = text
        self._ends = ends
        self._max_tokens = max_tokens
        self._cancelled = cancelled
        self._passes = 0
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
        """Read what is waiting, a chunk at a time; logits after the last token."""
        logits = None
        while self._waiting:
            if self._cancelled():
                self._finish = "cancelled"
                return None
            chunk, self._waiting = self._waiting[:_CHUNK], self._waiting[_CHUNK:]
            logits = self._read(chunk, self.cache)[-1]
            self._passes += 1
            self.known = self.known + chunk
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
            forward_passes=self._passes,
            first_token_s=self._first_token_s,
            total_s=time.perf_counter() - self._started,
        )


def _end_tokens(model: PreTrainedModel, tokenizer: PreTrainedTokenizerFast) -> frozenset[int]:
    """The tokens that end an answer."""
    settings = model.generation_config
    declared = None if settings is None else settings.eos_token_id
    ends = declared if isinstance(declared, list) else [declared]
    return frozenset(n for n in (*ends, tokenizer.eos_token_id) if n is not None)
