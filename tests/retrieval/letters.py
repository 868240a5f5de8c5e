"""An embedder without a model: deterministic, quick, and near for like words."""

import numpy as np


class LetterEmbedder:
    """Counts letters."""

    def __init__(self, model_id="letters", fails_after=None):
        self.model_id = model_id
        self.embedded = []
        self.fails_after = fails_after

    def queries(self, texts):
        return np.stack([self._vector(text) for text in texts])

    def passages(self, texts, progress=None):  # part of the interface
        if self.fails_after is not None and len(self.embedded) >= self.fails_after:
            raise KeyboardInterrupt
        self.embedded += texts
        return self.queries(texts)

    def _vector(self, text):
        vector = np.full(64, 0.1)
        for letter in text:
            vector[ord(letter) % 64] += 1
        return (vector / np.linalg.norm(vector)).astype(np.float32)
