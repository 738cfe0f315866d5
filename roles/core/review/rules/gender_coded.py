"""Gender-coded words, after Gaucher, Friesen and Kay 2011: a nudge, never a verdict.

Headings and benefits are left out; so are the words the work itself needs, which the
summary names with the reason.
"""

from collections import Counter
from collections.abc import Iterator

from roles.core.limits import SectionKey

from .. import text as texts
from ..context import Context, ReviewedItem
from ..finding import Finding, Level
from ..rule import Rule
from ..words import Term, WordList

SOURCE = "Gaucher, Friesen and Kay 2011, Journal of Personality and Social Psychology 101: 109–128, Appendix A"
DECODER = "The gender decoder's additions to the list of Gaucher, Friesen and Kay 2011"
WHY = (
    "In the study, many masculine-coded words lowered women's sense of belonging, not their skill; the effect is "
    "modest and later studies disagree. It says nothing about whoever wrote the text."
)
# Counted on 24 real operations postings, per 1,000 words.
USUAL = {"masculine": 14.1, "feminine": 12.4}
FEWEST_WORDS = 50

# A star is any continuation, as in the paper.
STEMS = {
    "masculine": (
        "active adventurous aggress* ambitio* analy* assert* athlet* autonom* boast* challeng* compet* confident "
        "courag* decide decisive decision* determin* dominant domina* force* greedy headstrong hierarch* hostil* "
        "impulsive independen* individual* intellect* lead* logic masculine objective opinion outspoken persist "
        "principle* reckless stubborn superior self~confiden* self~sufficien* self~relian*"
    ),
    "feminine": (
        "affectionate child* cheer* commit* communal compassion* connect* considerate cooperat* depend* emotiona* "
        "empath* feminine flatterable gentle honest interpersonal interdependen* interpersona* kind kinship loyal* "
        "modesty nag nurtur* pleasant* polite quiet* respon* sensitiv* submissive support* sympath* tender* "
        "together* trust* understand* warm* whin* yield*"
    ),
}
# What the work needs, by the first letters of the word as it stands, and why.
NECESSARY = {
    "lead": "leading is the work",
    "decide": "deciding is the work",
    "decision": "deciding is the work",
    "analy": "analysis is the work",
    "objective": "an objective is a goal here",
    "respon": "responsibility is the work",
    "support": "supporting teams is the work",
    "individuals": "a person is meant",
    "competen": "a skill is meant",
    "competitor": "a rival in the market is meant",
    "competition": "a rival in the market is meant",
    "child": "it names whom the business serves",
    "committe": "it is the name of a body",
    "trustee": "it is the name of a body",
    "tender": "a bid is meant",
}
_INNOCENT = (
    "kind (?:of|regards)",
    "(?:in|any|this|that|some|what|every|one) kind",
    "force majeure",
    "(?:sales|task|work|field|labor|labour|police|air) force",
    "independent contractors?",
    "independent (?:retailers?|shops?|stores?|restaurants?|living|schools?|audits?|auditors?|grocers?)",
    "autonomous (?:vehicles?|trucks?|forklifts?|robots?)",
    "individual (?:who|with|will|must|should|to)",
    "(?:depend|depends|depending|dependent) (?:on|upon)",
    "(?:first-pass|first pass|crop|product|line) yields?",
    "yield (?:rates?|management|loss(?:es)?|figures?)",
    "(?:nhs|charitable|land|investment|living|housing) trusts?",
    "warm (?:water|food|meals?|storage)",
    "(?:salary|pay|compensation|wages?): competitive",
    "competitive (?:base |annual |starting |hourly )?"
    "(?:salary|pay|compensation|remuneration|wages?|package|benefits|rates?|market|bids?|bidding)",
    "together with",
    "connectors?",
    "self-(?:service|serve|storage|checkout|employed|assessment|assessed|funded|insured|contained|starters?|catering)",
    "inclusive of",
    "all~inclusive",
    "battle creek",
    "champion(?:s|ship|ships)? (?:league|spark)",
    "fight(?:s|ing)? (?:fires?|hunger|poverty|homelessness)",
    "lake superior",
    "quiet(?:er|est)? (?:hours|rooms?)",
    "active (?:directory|customers?|accounts?|ingredients?|employees|members|users)",
)
# What the gender decoder adds to the paper's list: not in the density, which is compared with counts of the paper's.
ADDED = {
    "masculine": (
        "battle battles battling champion* defend* driven fearless* fight fights fighting head-strong self-[a-z]* "
        "unreasonab*"
    ),
    "feminine": "agreeable enthusias* inclusive co-operat* inter-personal* inter-dependen*",
}
# Words of the list that can stand differently, as they are. Only where the result surely reads well.
_SWAPS = {
    "aggressive growth targets": ("clear growth targets", "masculine"),
    "strong individual contributor": ("hands-on contributor", "masculine"),
    "strong individual contributors": ("hands-on contributors", "masculine"),
    "dominate": ("lead", "masculine"),
}
_ADVICE = {
    "aggress": "Perhaps: name the pace or the figure you want.",
    "driven": "Perhaps: say what the person is focused on.",
    "fearless": "Perhaps: raises problems early.",
    "outspoken": "Perhaps: raises problems early.",
    "compet": "If pay is meant, state the range.",
    "ambitio": "Perhaps: clear targets.",
    "independen": "Perhaps: say what the person decides without asking.",
    "challeng": "Perhaps: name the problem to solve.",
}


def _terms() -> Iterator[tuple[Term, str]]:
    for words, (swap, side) in _SWAPS.items():
        yield Term(words, "", swap=swap), side
    for sides in (STEMS, ADDED):
        for side, stems in sides.items():
            for stem in stems.split():
                yield Term(stem.replace("*", "[a-z]{0,20}"), "", source=DECODER if sides is ADDED else SOURCE), side


_SIDES = dict(_terms())
coded = WordList("gender_coded.word", tuple(_SIDES), why=WHY, source=SOURCE, innocent=_INNOCENT)


def find(context: Context) -> Iterator[Finding]:
    """Yield each coded word that can be changed, after one finding on how many there are in 1,000 words.

    Of a side no more coded than is `USUAL` there is nothing to say; the densities are given
    only from `FEWEST_WORDS` words on.
    """
    counts: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    needed: Counter[str] = Counter()
    changeable: list[tuple[str, Finding]] = []
    for passage in context.passages:
        if passage.kind == SectionKey.EQUAL_OPPORTUNITY or passage.of_benefits:
            continue
        for term, span in coded.hits(passage):
            side = _SIDES[term]
            word = passage.folded[span[0] : span[1]]
            after_hyphen = passage.folded[max(span[0] - 1, 0)] == "-"
            if word == "driven" and (after_hyphen or passage.folded.startswith(" by", span[1])):
                continue  # data-driven, driven by
            hits[side] += 1
            counts[side] += term.source != DECODER
            if term.swap is None and (stem := _necessary(word)):
                needed[stem] += 1
            else:
                changeable.append((side, _word(passage, term, span, side)))
    found = [finding for side, finding in changeable if 1000 * hits[side] > USUAL[side] * context.words]
    if found and context.words >= FEWEST_WORDS:
        yield _density(context, counts, needed, len(found))
    yield from found


def _necessary(word: str) -> str:
    return next((stem for stem in NECESSARY if word.startswith(stem)), "")


def _word(passage: ReviewedItem, term: Term, span: tuple[int, int], side: str) -> Finding:
    words = passage.text[span[0] : span[1]]
    folded = passage.folded[span[0] : span[1]]
    advice = next((f" {text}" for stem, text in _ADVICE.items() if folded.startswith(stem)), "")
    if folded.startswith("aggress") and passage.folded.startswith((" growth", " target"), span[1]):
        advice = " Perhaps: clear growth targets."
    if term.swap:
        advice = f" “{term.swap}” says it, too."
    return passage.finding(
        coded.id,
        Level.CONSIDER,
        f"“{words}” is a {side}-coded word that could be another one.{advice}",
        why=WHY,
        source=term.source or SOURCE,
        span=span,
        replacement=None if term.swap is None else texts.in_case_of(words, term.swap),
    )


def _density(context: Context, counts: Counter[str], needed: Counter[str], changeable: int) -> Finding:
    sides = " and ".join(
        f"{1000 * counts[side] / context.words:.0f} {side}-coded words (usual: {USUAL[side]:.0f})" for side in USUAL
    )
    left_out = ""
    if needed:
        named = "; ".join(f"{stem}… {_times(times)}, {NECESSARY[stem]}" for stem, times in sorted(needed.items()))
        left_out = f" Not counted among these: {named}."
    return context.finding(
        "gender_coded.density",
        Level.CONSIDER,
        f"In 1,000 words: {sides}. {changeable} of them could be another word.{left_out}",
        why=WHY,
        source=SOURCE,
    )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


RULE = Rule("gender_coded", "Gender-coded words", find)
