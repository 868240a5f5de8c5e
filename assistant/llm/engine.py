"""The model at work: prompts in, text out, under a grammar where one is given. No LangChain."""

from collections.abc import Callable, Generator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
from llguidance import hf
from transformers import DynamicCache, PreTrainedModel, PreTrainedTokenizerFast

from assistant.llm.decoding import Completion, Sampler, TextSoFar
from assistant.llm.formats import CallFormat, CallLanguage, format_of
from assistant.llm.generation import Generation
from assistant.llm.grammar import Grammar, compile_grammar
from assistant.llm.passes import Passes
from assistant.llm.prefix_files import PrefixFiles, fingerprint
from assistant.llm.prefixes import PrefixStore, common_prefix, layers_of
from tools.errors import ModelError

Message = Mapping[str, Any]
Prompt = str | Sequence[Message]
"""Text as the model reads it, or chat messages (`role`, `content`, ...) for its template."""


class PromptTooLongError(ModelError):
    """The prompt does not fit the model's context.

    Attributes:
        prompt_tokens: Its length.
        context: What fits.
    """

    def __init__(self, prompt_tokens: int, context: int) -> None:
        self.prompt_tokens = prompt_tokens
        self.context = context
        super().__init__("prompt-too-long")


class Engine:
    """A causal language model with its tokenizer, ready to complete prompts.

    Several threads may use one engine: each generation has its own keys and values, and their
    waiting tokens go through the model together (see `Passes`).

    Args:
        model: Any transformers causal language model, on any device.
        tokenizer: Its fast tokenizer.
        name: What to call the model.
        call_format: How the model writes tool calls; found from its chat template if not given.
        prefix_folder: Where `remember` keeps what it read for the next start.
    """

    def __init__(
        self,
        model: PreTrainedModel,
        tokenizer: PreTrainedTokenizerFast,
        name: str,
        call_format: CallFormat | None = None,
        prefix_folder: Path | None = None,
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
        self._prefix_folder = prefix_folder
        self.passes = Passes(model, forget=self.prefixes.clear)

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
            ModelOutOfMemoryError: If the device has no memory left.
            ValueError: If `grammar` is not a grammar.
        """
        tokens = self.tokens_of(prompt)
        if len(tokens) >= self.context:
            raise PromptTooLongError(len(tokens), self.context)
        generation = Generation(
            passes=self.passes,
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
            self.passes.leave(generation.cache)
            self.prefixes.keep(generation.known, generation.cache)
        return generation.completion()

    def remember(self, *prompts: Prompt) -> int:
        """Keep what all `prompts` begin with, so that only what follows has to be read.

        It is found in the engine's folder if an earlier start has read it, and saved there if not;
        other prompts do not displace it. Models that cannot go back to a prefix keep nothing.

        Returns:
            How many tokens had to be read, 0 if all were known.
        """
        tokens, *others = (self.tokens_of(prompt) for prompt in prompts)
        tokens = tokens[: min((common_prefix(tokens, other) for other in others), default=None)]
        if not tokens or not self.prefixes.is_able:
            return 0
        files = self._prefix_files
        layers, n_read = files.load(tokens) if files else None, 0
        if layers is None:
            cache, n_known = self.prefixes.take(tokens)
            n_read = len(tokens) - n_known
            self._read_all(tokens[n_known:], cache)
            layers = layers_of(cache)
            if files:
                files.save(tokens, layers)
        where = {"device": self.model.device, "dtype": self.model.dtype}
        self.prefixes.pin(tokens, tuple((k.to(**where), v.to(**where)) for k, v in layers))
        return n_read

    @cached_property
    def _prefix_files(self) -> PrefixFiles | None:
        folder = self._prefix_folder
        return None if folder is None else PrefixFiles(folder, fingerprint(self.model))

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
            chosen = self.tokens_of(continuation)
            cache, n_known = self.prefixes.take(tokens)
            logits = self._read_all(tokens[n_known:] + chosen[:-1], cache, len(chosen))
            self.prefixes.keep(tokens + chosen[:-1], cache)
            likely = torch.log_softmax(logits, dim=-1)
            scores.append(float(likely.gather(1, torch.tensor(chosen).unsqueeze(1)).sum()))
        return scores

    def _read_all(self, tokens: list[int], cache: DynamicCache, n_logits: int = 1) -> torch.Tensor:
        """[n_logits, vocabulary] after the last of `tokens`, read in as many passes as it takes."""
        rows = []
        while tokens:
            n, logits = self.passes.read(tokens, cache, min(n_logits, len(tokens)))
            tokens = tokens[n:]
            rows.append(logits)
        self.passes.leave(cache)
        return torch.cat(rows)[-n_logits:]


def _end_tokens(model: PreTrainedModel, tokenizer: PreTrainedTokenizerFast) -> frozenset[int]:
    """The tokens that end an answer."""
    settings = model.generation_config
    declared = None if settings is None else settings.eos_token_id
    ends = declared if isinstance(declared, list) else [declared]
    return frozenset(n for n in (*ends, tokenizer.eos_token_id) if n is not None)
