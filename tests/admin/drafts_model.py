"""What an independent model predicts of the drafts, for `test_any_sequence`."""

import copy

from roles.models import Answer, Passage, Role, Section, Statement
from roles.models.vocabulary import MODELS

NAME = {"needs": "phrase", "industries": "name", "areas": "name", "traits": "phrase"}


class Model:
    """What the drafts hold: plain lists and dicts that know nothing of the portal.

    `roles`: {slug: [title, {section: [heading, [statement]]}]}; `statements`: {key: [(text, focus, question), {list:
    {key}}]}; `lists`: {list: {key: [(name, a trade's word for customers), position]}}; `answers`: {(question, answer):
    {need}}; `passages`: {key: [kind, heading, role, position]}; `retired`: {slug}; `purposes`: {(slug, section):
    (purpose, takes)}. `public` are the lists with which roles are published. `undos` are what each act that took
    something would put back, the newest last.
    """

    def __init__(self):
        self.roles = {
            role.slug: [role.title, {part.key: [part.heading, []] for part in role.sections.all()}]
            for role in Role.objects.prefetch_related("sections")
        }
        self.statements = {}
        for row in Statement.objects.select_related("section__role").prefetch_related(*MODELS):
            self.part(row.section.role.slug, row.section.key)[1].append(row.key)
            words = (row.text, row.focus, row.question)
            self.statements[row.key] = [words, {name: keys(getattr(row, name)) for name in MODELS}]
        self.lists = {
            name: {
                row.key: [(getattr(row, NAME[name]), customers_of(row)), row.position] for row in model.objects.all()
            }
            for name, model in MODELS.items()
        }
        self.answers = {
            (row.question.key, row.key): keys(row.needs)
            for row in Answer.objects.select_related("question").prefetch_related("needs")
        }
        self.passages = {row.key: [row.kind, row.heading, row.role, row.position] for row in Passage.objects.all()}
        self.retired = set(Role.objects.filter(retired=True).values_list("slug", flat=True))
        sections = Section.objects.select_related("role")
        self.purposes = {(row.role.slug, row.key): (row.purpose, row.pick) for row in sections}
        self.public = copy.deepcopy(self.lists)
        self.undos = []

    def part(self, slug, section):
        return self.roles[slug][1][section]

    def home(self, statement):
        return next(
            (slug, key)
            for slug, (_, parts) in self.roles.items()
            for key, (_, inside) in parts.items()
            if statement in inside
        )

    def seen(self):
        """What a consultant sees: of a list the order, and not the numbers that make it."""
        lists = {
            name: [(key, word) for key, (word, _) in sorted(rows.items(), key=lambda row: row[1][1])]
            for name, rows in self.lists.items()
        }
        roles = [(slug, title, list(parts.items())) for slug, (title, parts) in self.roles.items()]
        passages = [(key, *row[:3]) for key, row in sorted(self.passages.items(), key=lambda item: item[1][3])]
        found = {"roles": roles, "statements": self.statements, "lists": lists, "answers": self.answers}
        return found | {"passages": passages, "retired": self.retired, "purposes": self.purposes}

    def in_order(self):
        return [key for _, parts in self.roles.values() for _, inside in parts.values() for key in inside]

    def put_at(self, name, key, place):
        """Of a list: this row at this place, from 0, and all numbered anew."""
        order = sorted((one for one in self.lists[name] if one != key), key=lambda one: self.lists[name][one][1])
        order.insert(place, key)
        for number, one in enumerate(order, start=1):
            self.lists[name][one][1] = number

    def keep(self, *slugs):
        """Remember the drafts of these roles, to be put back by an undo."""
        self.undos.append(("drafts", self.drafts_of(*slugs)))

    def drafts_of(self, *slugs):
        kept = {slug: self.roles[slug] for slug in slugs}
        held = {key: row for key, row in self.statements.items() if self.home(key)[0] in slugs}
        return copy.deepcopy((kept, held, self.purposes_of(slugs)))

    def purposes_of(self, slugs):
        return {place: purpose for place, purpose in self.purposes.items() if place[0] in slugs}

    def drop(self, slug, section, statement):
        self.part(slug, section)[1].remove(statement)
        del self.statements[statement]

    def delete_role(self, slug):
        """It goes with all it has, and no act is undone after that."""
        for key in [key for key in self.statements if self.home(key)[0] == slug]:
            del self.statements[key]
        del self.roles[slug]
        self.purposes = {place: one for place, one in self.purposes.items() if place[0] != slug}
        self.retired.discard(slug)
        self.undos.clear()

    def restore(self, slug, version):
        """The draft is as it was published, and so are the lists; what else is used of them stays, after the rest."""
        before = copy.deepcopy(self.lists)
        self.lists = copy.deepcopy(self.public)
        if not self.put_back_drafts(*copy.deepcopy(version)):
            self.lists = before
            return False
        others = [ties for key, (_, ties) in self.statements.items() if self.home(key)[0] != slug]
        for name, rows in self.lists.items():
            used = {key for ties in others for key in ties[name]}
            used |= {key for needs in self.answers.values() for key in needs if name == "needs"}
            order = sorted(rows, key=lambda key: rows[key][1])
            order += sorted(used - set(rows), key=lambda key: before[name][key][1])
            words = {key: word for key, (word, _) in (before[name] | rows).items()}
            self.lists[name] = {key: [words[key], number] for number, key in enumerate(order, start=1)}
        self.undos.clear()
        return True

    def put_back_drafts(self, kept, held, purposes):
        """The drafts hold again what they held, tied to what is still there. Nothing, where another role has one of
        their statements by now."""
        now = [key for key in self.statements if self.home(key)[0] in kept]
        if set(held) & (set(self.statements) - set(now)):
            return False
        for key in now:
            del self.statements[key]
        self.roles |= kept
        self.purposes = {place: one for place, one in self.purposes.items() if place[0] not in kept} | purposes
        for key, (text, ties) in held.items():
            self.statements[key] = [text, {name: tied & set(self.lists[name]) for name, tied in ties.items()}]
        return True

    def put_back_row(self, name, key, word, position, statements, answers):
        """The row is back at its place, tied to what it was tied to and is still there."""
        for row in self.lists[name].values():
            row[1] += row[1] >= position
        self.lists[name][key] = [word, position]
        for statement in statements & set(self.statements):
            self.statements[statement][1][name].add(key)
        for answer in answers:
            self.answers[answer].add(key)
        return True


def customers_of(row):
    return getattr(row, "words", {}).get("customers", "")


def keys(rows):
    return {row.key for row in rows.all()}
