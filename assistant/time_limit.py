"""Work that may take so many seconds and no more, one piece at a time."""

import contextvars
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from tools.errors import ToolError
from tools.wording.values import Number

logger = logging.getLogger(__name__)

T = TypeVar("T")

POLL_S = 0.2
"""Seconds between two tries to interrupt work that has run out of time."""


class TimeLimit:
    """Does one piece of work at a time, each in a thread that is left behind when time is up.

    Work left behind keeps its turn until it has ended, because two pieces that share a connection
    could take each other's rows; it is interrupted until it does end.

    Args:
        seconds: Most a piece of work may take, and most it waits for its turn.
        interrupt: Makes the work that is going on fail soon, such as a connection's `interrupt`.
    """

    def __init__(self, seconds: float = 60.0, interrupt: Callable[[], None] = lambda: None) -> None:
        self.seconds = seconds
        self._interrupt = interrupt
        self._turn = threading.Lock()
        self._ending = threading.Lock()  # no interrupt hits the work that comes next

    def run(self, work: Callable[[], T]) -> T:
        """What `work` returns, or raises.

        Raises:
            ToolError: If its time is up, or its turn did not come.
        """
        if not self._turn.acquire(timeout=self.seconds):
            raise ToolError("tool-busy")
        outcome: Future[T] = Future()
        context = contextvars.copy_context()
        threading.Thread(target=self._do, args=(context, work, outcome), daemon=True).start()
        try:
            return outcome.result(self.seconds)
        except TimeoutError:
            if outcome.done():
                raise  # the work's own
        threading.Thread(target=self._end, args=(outcome,), daemon=True).start()
        raise ToolError("tool-too-slow", seconds=Number(value=round(self.seconds), digits=0))

    def _do(self, context: contextvars.Context, work: Callable[[], T], outcome: Future[T]) -> None:
        try:
            result = context.run(work)
        except BaseException as error:  # noqa: BLE001  # raised again to who waits
            with self._ending:
                outcome.set_exception(error)
        else:
            with self._ending:
                outcome.set_result(result)
        finally:
            self._turn.release()

    def _end(self, outcome: Future[T]) -> None:
        """Interrupt the work until it has ended: an interrupt between two queries hits neither."""
        logger.warning("A tool took longer than %s s; it is being interrupted", self.seconds)
        while not outcome.done():
            with self._ending:
                if not outcome.done():
                    self._interrupt()
            threading.Event().wait(POLL_S)
