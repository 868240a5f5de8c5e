"""Sentences in the asker's language: statements say what, the catalogues say how."""

from tools.wording.speaker import Speaker
from tools.wording.statements import Fact, Figure, Statement
from tools.wording.values import Language

__all__ = ["Fact", "Figure", "Language", "Speaker", "Statement"]
