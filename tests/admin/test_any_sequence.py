"""Whatever consultants do to rows, one after the other, the drafts are as a model of it predicts, order included."""

import copy
import json
from inspect import isfunction, signature

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from roles.core.document import Focus
from roles.core.limits import Purpose
from roles.models import Act, DraftBackup, Passage, Role, Section, Statement
from roles.models.versions import forget_versions
from roles.models.vocabulary import MODELS
from tests.conftest import LOADED

from .build import save, signed
from .drafts_model import NAME, Model
from .test_roles_page import new_section, role_data

CHOICE = ["first", "second"]


class Acts:
    """Each does one thing as a consultant's browser does, and the same to the model. Two numbers choose to what."""

    def __init__(self, client):
        self.client, self.model = client, Model()
        self.places = [(slug, key) for slug, (_, parts) in self.model.roles.items() for key in parts]
        self.added, self.versions = 0, {slug: [self.model.drafts_of(slug)] for slug in self.model.roles}

    def section(self, number):
        """Choose a section that is there: its row, and what the model holds of it."""
        places = [(slug, key) for slug, (_, parts) in self.model.roles.items() for key in parts]
        slug, key = places[number % len(places)]
        return Section.objects.select_related("role").get(role__slug=slug, key=key), self.model.part(slug, key)[1]

    def statements(self, *numbers):
        """Choose among the statements that are there."""
        every = sorted(self.model.statements)
        return {every[number % len(every)] for number in numbers if every}

    def row(self, name, number):
        every = sorted(self.model.lists[name])
        return every[number % len(every)]

    def sent(self, answer):
        assert answer.status_code == 302, answer.context and answer.context.get("errors")

    def save(self, section, **changes):
        self.sent(save(self.client, section, **changes))

    def edit(self, first, second):
        section, inside = self.section(first)
        if inside:
            number = second % len(inside)
            words = (f"Text {first} and {second}.", list(Focus)[first % 3].value, f"What of {second}?")
            names = ("text", "focus", "question")
            self.save(
                section, **{f"statements-{number}-{name}": value for name, value in zip(names, words, strict=True)}
            )
            self.model.statements[inside[number]][0] = words

    def add(self, first, second):
        section, inside = self.section(first)
        self.added += 1
        key, number = f"added-{self.added}", len(inside)
        row = {"key": key, "text": f"Added {second}.", "focus": "shared", "position": ""}
        rows = {f"statements-{number}-{name}": value for name, value in row.items()}
        self.save(section, **rows, **{"statements-TOTAL_FORMS": number + 1})
        inside.append(key)
        self.model.statements[key] = [(row["text"], "shared", ""), {name: set() for name in MODELS}]

    def reorder(self, first, second):
        section, inside = self.section(first)
        if inside:
            here, there = second % len(inside), second // 10 % len(inside)
            positions = list(section.statements.values_list("position", flat=True))
            self.save(section, **{f"statements-{here}-position": positions[there]})
            inside.insert(there, inside.pop(here))

    def delete_one(self, first, second):
        section, inside = self.section(first)
        if inside:
            number = second % len(inside)
            self.model.keep(section.role.slug)
            self.save(section, **{f"statements-{number}-DELETE": "on"})
            self.model.drop(section.role.slug, section.key, inside[number])

    def delete_two(self, first, second):
        chosen = self.statements(first, second)
        if not chosen:
            return
        self.model.keep(*{self.model.home(key)[0] for key in chosen})
        self.act("delete_selected", chosen, post="yes")
        for key in chosen:
            self.model.drop(*self.model.home(key), key)

    def move_two(self, first, second):
        section, inside = self.section(second)
        there = (section.role.slug, section.key)
        chosen = self.statements(first, second)
        if not chosen:
            return
        leaving = [key for key in self.model.in_order() if key in chosen and self.model.home(key) != there]
        if leaving:
            self.model.keep(there[0], *{self.model.home(key)[0] for key in leaving})
        self.act("move", chosen, section=section.pk)
        for key in leaving:
            self.model.part(*self.model.home(key))[1].remove(key)
            inside.append(key)

    def act(self, action, statements, **data):
        chosen = list(Statement.objects.filter(key__in=statements).values_list("pk", flat=True))
        data |= {"action": action, "_selected_action": chosen}
        self.sent(self.client.post(reverse("admin:roles_statement_changelist"), data))

    def role_page(self, slug, **changes):
        role = Role.objects.get(slug=slug)
        self.sent(self.client.post(reverse("admin:roles_role_change", args=[role.pk]), role_data(role, **changes)))

    def rename_section(self, first, second):
        section, _ = self.section(first)
        slug, heading = section.role.slug, f"Heading {second}"
        number = list(self.model.roles[slug][1]).index(section.key)
        self.role_page(slug, **{f"sections-{number}-heading": heading})
        self.model.part(slug, section.key)[0] = heading

    def set_purpose(self, first, second):
        section, _ = self.section(first)
        slug, purpose = section.role.slug, list(Purpose)[second % len(Purpose)].value
        number = list(self.model.roles[slug][1]).index(section.key)
        self.role_page(slug, **{f"sections-{number}-purpose": purpose, f"sections-{number}-pick": 1 + first % 9})
        self.model.purposes[slug, section.key] = (purpose, 1 + first % 9)

    def publish(self, first, second):
        """Publish a role where it can be, which changes no draft."""
        slug = list(self.model.roles)[first % len(self.model.roles)]
        role = Role.objects.get(slug=slug)
        address = reverse("admin:roles_role_publish", args=[role.pk])
        if self.client.post(address, {"despite": "It stays."}).status_code == 302:
            self.versions.setdefault(slug, []).append(self.model.drafts_of(slug))
        assert role.versions.count() == len(self.versions.get(slug, []))

    def restore(self, first, second):
        slug = list(self.versions)[first % len(self.versions)]
        number = 1 + second % len(self.versions[slug])
        done = self.model.restore(slug, self.versions[slug][number - 1])
        answer = self.client.post(reverse("admin:roles_role_restore", args=[Role.objects.get(slug=slug).pk, number]))
        assert (answer.status_code == 302) == done, answer.content.decode()
        if done:
            DraftBackup.objects.all().delete()

    def delete_role(self, first, second):
        """Delete a copy that was never published."""
        if copies := [slug for slug in self.model.roles if slug.startswith("copy-") and slug not in self.versions]:
            slug = copies[first % len(copies)]
            role = Role.objects.get(slug=slug)
            self.sent(self.client.post(reverse("admin:roles_role_delete", args=[role.pk]), {"post": "yes"}))
            self.model.delete_role(slug)
            DraftBackup.objects.all().delete()

    def reorder_sections(self, first, second):
        section, _ = self.section(first)
        parts = self.model.roles[section.role.slug][1]
        order = list(parts)
        here, there = order.index(section.key), second % len(order)
        positions = list(section.role.sections.values_list("position", flat=True))
        self.role_page(section.role.slug, **{f"sections-{here}-position": positions[there]})
        order.insert(there, order.pop(here))
        self.model.roles[section.role.slug][1] = {key: parts[key] for key in order}

    def delete_section(self, first, second):
        section, inside = self.section(first)
        slug = section.role.slug
        if len(self.model.roles[slug][1]) > 1:
            self.model.keep(slug)
            self.sent(self.client.post(reverse("admin:roles_section_delete", args=[section.pk]), {"post": "yes"}))
            for key in list(inside):
                self.model.drop(slug, section.key, key)
            del self.model.roles[slug][1][section.key]
            del self.model.purposes[slug, section.key]

    def rename_role(self, first, second):
        slug = list(self.model.roles)[first % len(self.model.roles)]
        self.role_page(slug, title=f"Title {slug} {second}")
        self.model.roles[slug][0] = f"Title {slug} {second}"

    def tie(self, first, second):
        """Tie a row to two statements, and to no other."""
        name = list(MODELS)[first % len(MODELS)]
        key, tied = self.row(name, second), self.statements(first, second)
        row = MODELS[name].objects.get(key=key)
        now = Statement.objects.filter(key__in=tied).values_list("pk", flat=True)
        was = ",".join(str(pk) for pk in row.statements.values_list("pk", flat=True))
        address = reverse(f"admin:roles_{row._meta.model_name}_statements", args=[row.pk])
        self.sent(self.client.post(address, {"was": was, "tied": list(now)}))
        for statement, (_, ties) in self.model.statements.items():
            (ties[name].add if statement in tied else ties[name].discard)(key)

    def swap_rows(self, first, second):
        name = list(MODELS)[first % len(MODELS)]
        rows = self.model.lists[name]
        one, two = self.row(name, first), self.row(name, second)
        pks = dict(MODELS[name].objects.values_list("key", "pk"))
        items = {"updatedItems": [[pks[one], rows[two][1]], [pks[two], rows[one][1]]]}
        address = reverse(f"admin:roles_{MODELS[name]._meta.model_name}_sortable_update")
        answer = self.client.post(address, json.dumps(items), content_type="application/json")
        assert answer.status_code == 200, answer.content
        rows[one][1], rows[two][1] = rows[two][1], rows[one][1]

    def delete_row(self, first, second):
        name = list(MODELS)[first % len(MODELS)]
        key = self.row(name, second)
        if len(self.model.lists[name]) > 1:
            row = MODELS[name].objects.get(key=key)
            statements = {one for one, (_, ties) in self.model.statements.items() if key in ties[name]}
            answers = {one for one, needs in self.model.answers.items() if name == "needs" and key in needs}
            taken = (name, key, *self.model.lists[name].pop(key), statements, answers)
            self.model.undos.append(("row", taken))
            address = reverse(f"admin:roles_{row._meta.model_name}_delete", args=[row.pk])
            self.sent(self.client.post(address, {"post": "yes"}))
            for _, ties in self.model.statements.values():
                ties[name].discard(key)
            for needs in self.model.answers.values():
                needs -= {key} if name == "needs" else set()

    def name_role(self, first, second):
        """Let a passage of the finder name a role, or none; what cannot name one stays as it is."""
        key = sorted(self.model.passages)[first % len(self.model.passages)]
        role = ["", *self.model.roles][second % (1 + len(self.model.roles))]
        row, heading = Passage.objects.get(key=key), f"Heading {second}"
        page = reverse("admin:roles_passage_change", args=[row.pk])
        data = {"heading": heading, "kind": row.kind, "key": key, "text": row.text, "role": role}
        answer = self.client.post(page, data | signed(self.client, page))
        taken = not role or (row.kind != "caveat" and key != "open")
        assert answer.status_code == (302 if taken else 200), answer.context["errors"]
        if taken:
            self.model.passages[key][1:3] = [heading, role]

    def swap_passages(self, first, second):
        rows, every = self.model.passages, sorted(self.model.passages)
        one, two = every[first % len(every)], every[second % len(every)]
        pks = dict(Passage.objects.values_list("key", "pk"))
        items = {"updatedItems": [[pks[one], rows[two][3]], [pks[two], rows[one][3]]]}
        address = reverse("admin:roles_passage_sortable_update")
        answer = self.client.post(address, json.dumps(items), content_type="application/json")
        assert answer.status_code == 200, answer.content
        rows[one][3], rows[two][3] = rows[two][3], rows[one][3]

    def duplicate(self, first, second):
        chosen = self.statements(first, second)
        if chosen:
            self.act("duplicate", chosen)
            self.same_again([key for key in self.model.in_order() if key in chosen])

    def same_again(self, keys):
        """These statements are there once more, each at the end of its section, under a key that no other had."""
        every = Statement.objects.in_order().values_list("key", flat=True)
        fresh = [key for key in every if key not in self.model.statements]
        for key, new in zip(keys, fresh, strict=True):
            self.model.part(*self.model.home(key))[1].append(new)
            self.model.statements[new] = copy.deepcopy(self.model.statements[key])

    def add_section(self, first, second):
        slug = list(self.model.roles)[first % len(self.model.roles)]
        self.added += 1
        heading, role = f"Part {self.added}", Role.objects.get(slug=slug)
        self.sent(self.client.post(change("role", role.pk), new_section(role, heading=heading)))
        self.model.roles[slug][1][f"part-{self.added}"] = [heading, []]
        self.model.purposes[slug, f"part-{self.added}"] = ("other", None)

    def copy_role(self, first, second):
        if len(self.model.roles) > 3:
            return
        slug = list(self.model.roles)[first % len(self.model.roles)]
        self.added += 1
        new, role = f"copy-{self.added}", Role.objects.get(slug=slug)
        data = {"title": f"Copy {self.added}", "tagline": f"A line of {self.added}."}
        self.sent(self.client.post(reverse("admin:roles_role_copy", args=[role.pk]), data))
        every = iter(Statement.objects.filter(section__role__slug=new).in_order().values_list("key", flat=True))
        parts = {}
        for section, (heading, inside) in self.model.roles[slug][1].items():
            fresh = [next(every) for _ in inside]
            assert not set(fresh) & set(self.model.statements)
            parts[section] = [heading, fresh]
            self.model.purposes[new, section] = self.model.purposes[slug, section]
            held = copy.deepcopy([self.model.statements[key] for key in inside])
            self.model.statements |= dict(zip(fresh, held, strict=True))
        self.model.roles[new] = [data["title"], parts]

    def retire(self, first, second):
        """Retire a copy, or bring it back."""
        if copies := [slug for slug in self.model.roles if slug.startswith("copy-")]:
            slug = copies[first % len(copies)]
            address = reverse("admin:roles_role_retire", args=[Role.objects.get(slug=slug).pk])
            self.sent(self.client.post(address, {} if slug in self.model.retired else {"retired": "on"}))
            self.model.retired ^= {slug}

    def put(self, model, row, place):
        data = {"action": "move_to_place", "place": place + 1, "_selected_action": [row.pk]}
        self.sent(self.client.post(reverse(f"admin:roles_{model._meta.model_name}_changelist"), data))

    def place_role(self, first, second):
        order = list(self.model.roles)
        slug, place = order[first % len(order)], second % len(order)
        self.put(Role, Role.objects.get(slug=slug), place)
        order.remove(slug)
        order.insert(place, slug)
        self.model.roles = {slug: self.model.roles[slug] for slug in order}

    def place_row(self, first, second):
        name = list(MODELS)[first % len(MODELS)]
        key, place = self.row(name, second), first % len(self.model.lists[name])
        self.put(MODELS[name], MODELS[name].objects.get(key=key), place)
        self.model.put_at(name, key, place)

    def add_row(self, first, second):
        name = list(MODELS)[first % len(MODELS)]
        self.added += 1
        key, word = f"new-{self.added}", f"New {name} {self.added}"
        data = {"name": word, "phrase": word, "key": key, "focus": "shared"}
        self.sent(self.client.post(reverse(f"admin:roles_{MODELS[name]._meta.model_name}_add"), data))
        last = max(position for _, position in self.model.lists[name].values())
        self.model.lists[name][key] = [(word, ""), last + 1]

    def reword_row(self, first, second):
        name = list(MODELS)[first % len(MODELS)]
        key, word = self.row(name, second), f"Word {first} {second}"
        page = change(MODELS[name]._meta.model_name, MODELS[name].objects.get(key=key).pk)
        shown = self.client.get(page).context
        fields = {field.name: field.value() for field in shown["adminform"].form}
        customers = f"guests {second}" if name == "industries" else ""
        words = {"words": f"customers: {customers}"} if customers else {}
        self.sent(self.client.post(page, fields | {"opened": shown["opened"], NAME[name]: word} | words))
        self.model.lists[name][key][0] = (word, customers)

    def undo(self, first, second):
        """Undo an act that took something and was not undone, mostly the last."""
        if self.model.undos:
            number = min(first % 3, len(self.model.undos) - 1)
            kind, taken = self.model.undos.pop(-1 - number)
            backups = DraftBackup.objects.filter(undone_at=None).exclude(reason__startswith="Undoing")
            acts = Act.objects.filter(undone_at=None, pk__in=backups.values("act")).order_by("-pk")
            put_back = self.model.put_back_drafts if kind == "drafts" else self.model.put_back_row
            done = put_back(*taken)
            answer = self.client.post(reverse("admin:roles_role_undo_act", args=[acts[number].pk]))
            assert (answer.status_code == 302) == done, answer.content.decode()
            if not done:
                self.model.undos.clear()  # it stays one that was not undone
                backups.delete()


def change(model, pk):
    return reverse(f"admin:roles_{model}_change", args=[pk])


ACTS = [
    name for name, what in vars(Acts).items() if isfunction(what) and list(signature(what).parameters)[1:] == CHOICE
]
numbers = st.integers(0, 99)


# Few examples of any sequence publish, restore what was published and delete a role.
RARE = [
    "set_purpose",
    "rename_section",
    "publish",
    "edit",
    "restore",
    "set_purpose",
    "restore",
    "copy_role",
    "delete_role",
]
PHASES = [Phase.explicit, Phase.generate]


@pytest.mark.usefixtures("small_content")
@settings(max_examples=settings().max_examples // 3, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(ACTS), numbers, numbers), min_size=6, max_size=12))
@example([(name, 0, 3 + number) for number, name in enumerate(RARE)])
def test_any_sequence_of_acts_ends_as_the_model_predicts(consultant, chosen):
    with transaction.atomic():
        acts = Acts(consultant)
        for name, first, second in chosen:
            getattr(acts, name)(first, second)
            assert Model().seen() == acts.model.seen(), name
        transaction.set_rollback(True)
    forget_versions(but=LOADED)  # the next example gives their ids to others
