"""Question sets run through the real assistant, and what came of it."""

from assistant.evaluation.questions import EvalQuestion, load_questions
from assistant.evaluation.report import Report
from assistant.evaluation.running import Trial, run_questions, sampled

__all__ = ["EvalQuestion", "Report", "Trial", "load_questions", "run_questions", "sampled"]
