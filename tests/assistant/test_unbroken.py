"""Names of the store that hold words at which a question might be cut."""

from assistant.unbroken import joints_in, unbroken
from tools.mentions import Mention

NAME = "Fjord Plus and Shell"


class Named:
    """Words of a store with one long name."""

    def find(self, text: str) -> list[Mention]:
        start = text.find(NAME)
        end = start + len(NAME)
        return [] if start < 0 else [Mention("value", "item", "i1", NAME, start, end)]


def test_a_name_is_never_cut() -> None:
    asked = f"what goes with {NAME}, and what should it cost?"
    cuts = {asked[start:].lstrip(" ,").partition(" ")[2] for start, _ in joints_in(asked, Named())}  # type: ignore[arg-type]
    assert cuts == {"what should it cost?"}


def test_pieces_of_one_name_are_put_together() -> None:
    pieces = ["what goes with Fjord ", "Plus and ", "Shell, ", "and what should it cost?"]
    assert unbroken(pieces, Named()) == ["".join(pieces[:3]), pieces[3]]  # type: ignore[arg-type]
    assert unbroken(["a lamp ", "and a mug"], Named()) == ["a lamp ", "and a mug"]  # type: ignore[arg-type]
