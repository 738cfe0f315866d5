"""The words by which statements are chosen: needs, areas, traits and kinds of business."""

from dataclasses import dataclass
from typing import Literal

from roles.core.document import Focus

from .house_words import UNSAID, HouseWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something an owner's business lacks, in the owner's words, and the work that answers it."""

    key: str
    phrase: str
    focus: Focus


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """Something that is counted, offered for a target: “Jobs finished on time”, “%”, better when higher."""

    name: str
    unit: str
    better: Literal["higher", "lower"] = "higher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Something a post answers for.

    `name` is the owner's tick-box; `phrase` reads after "own": "profit". `cues` are words and phrases
    by which an older posting shows that its post answers for it. `where_usual`: many businesses have none of
    it, so that a duty of it waits for an owner who answers for it or a trade in which it is usual.
    """

    key: str
    name: str
    phrase: str
    kpis: tuple[Kpi, ...] = ()
    cues: tuple[str, ...] = ()
    where_usual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """A fact about a business that its owner confirms, in her words: "We serve alcohol"."""

    key: str
    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Industry:
    """`name` is for lists; `phrase` reads after "in": "experience in construction".

    `aliases` are what owners type to find it ("HVAC"). `words` is how businesses of this kind speak;
    `traits` and `areas` are keys, offered first to its owners, as are its `kpis`.
    """

    key: str
    name: str
    phrase: str
    aliases: tuple[str, ...] = ()
    words: HouseWords = UNSAID
    traits: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    kpis: tuple[Kpi, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The lists that all roles share, each in its order."""

    needs: tuple[Need, ...] = ()
    industries: tuple[Industry, ...] = ()
    areas: tuple[Area, ...] = ()
    traits: tuple[Trait, ...] = ()

    def keys(self, name: str) -> frozenset[str]:
        """Return the keys of the list of that name."""
        return frozenset(item.key for item in getattr(self, name))


# The lists of a vocabulary: its field, the kind of its entries, and what one of them is called.
VOCABULARY: dict[str, tuple[type[Need] | type[Industry] | type[Area] | type[Trait], str]] = {
    "needs": (Need, "need"),
    "industries": (Industry, "industry"),
    "areas": (Area, "area"),
    "traits": (Trait, "trait"),
}
