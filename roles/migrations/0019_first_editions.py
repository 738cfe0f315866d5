from django.db import migrations

NEED = ("key", "phrase", "focus")
INDUSTRY = ("key", "name", "phrase", "aliases", "words", "traits", "areas", "kpis")
AREA = ("key", "name", "phrase", "kpis", "cues")
TRAIT = ("key", "phrase")
QUESTION = ("key", "text", "why", "tie_breaker")
ANSWER = ("key", "text", "weight")
PASSAGE = ("key", "kind", "heading", "text")
COMPARISON = (
    *("key", "kind", "label", "strategic", "operational", "text"),
    *("short_strategic", "short_operational", "short_text", "note"),
)
LAW = (
    *("key", "place", "region", "city_names", "min_employees", "min_in_place", "counts", "carries", "forbids"),
    *("no_open_ended", "max_range_width", "width_free_above", "effective_from", "effective_until", "enforced_from"),
    *("remote_reach", "exclusion_ignored", "cure", "cure_until", "note", "source", "checked_on", "seen", "verified"),
)
LISTS = {
    "needs": ("Need", NEED),
    "industries": ("Industry", INDUSTRY),
    "areas": ("Area", AREA),
    "traits": ("Trait", TRAIT),
    "comparison": ("ComparisonRow", COMPARISON),
    "laws": ("PostingRule", LAW),
}


def data_of(row, names):
    values = {name: getattr(row, name) for name in names}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}


def publish(apps, schema_editor):
    """What visitors read of the rows until now is the first edition of each kind."""

    def rows(model):
        return apps.get_model("roles", model).objects.order_by("position", "id")

    contents: dict = {kind: [data_of(row, names) for row in rows(model)] for kind, (model, names) in LISTS.items()}
    questions = []
    for question in rows("Question").prefetch_related("answers__needs"):
        answers = sorted(question.answers.all(), key=lambda answer: (answer.position, answer.pk))
        if not answers:
            continue  # it was never asked
        found = []
        for answer in answers:
            needs = sorted(answer.needs.all(), key=lambda need: (need.position, need.pk))
            tied = {"needs": [need.key for need in needs], "flag": answer.flag or None}
            found.append(data_of(answer, ANSWER) | tied)
        questions.append(data_of(question, QUESTION) | {"answers": found})
    passages = [data_of(row, PASSAGE) for row in rows("Passage")]
    if questions or passages:
        contents["finder"] = {"questions": questions, "passages": passages}
    Edition, RoleVersion = apps.get_model("roles", "Edition"), apps.get_model("roles", "RoleVersion")
    last = RoleVersion.objects.order_by("-published_at").values_list("published_at", flat=True).first()
    for kind, content in contents.items():
        if content and not Edition.objects.filter(kind=kind).exists():
            edition = Edition.objects.create(kind=kind, number=1, content=content)
            if last:  # it was public since then at the latest
                Edition.objects.filter(pk=edition.pk).update(published_at=last)


class Migration(migrations.Migration):
    dependencies = [("roles", "0018_editions")]

    operations = [migrations.RunPython(publish, migrations.RunPython.noop)]
