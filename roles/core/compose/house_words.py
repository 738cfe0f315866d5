"""House words: what a business calls its customers, its places, its work and its people."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseWords:
    """The nouns a statement speaks in, each as it reads in the middle of a sentence; empty means not stated.

    `firm` reads after "a 30-person": "dental group". `staff` are those who do the work, `supervisors` those
    who lead them; both are plural.
    """

    firm: str = ""
    customers: str = ""
    branch: str = ""
    branches: str = ""
    job: str = ""
    jobs: str = ""
    staff: str = ""
    supervisors: str = ""

    def or_else(self, other: "HouseWords") -> "HouseWords":
        """Return these words, and the other's where nothing is stated."""
        missing = {item.name: getattr(other, item.name) for item in fields(self) if not getattr(self, item.name)}
        return replace(self, **missing)


UNSAID = HouseWords()

# What reads well anywhere, where neither the owner nor the kind of business has a word.
PLAIN_WORDS = HouseWords(
    firm="business",
    customers="customers",
    branch="site",
    branches="sites",
    job="job",
    jobs="jobs",
    staff="staff",
    supervisors="team leads",
)
