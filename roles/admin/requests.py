"""A request to publish, read line by line: comments are on lines, which are accepted or sent back."""

from smtplib import SMTPException

from allauth.account.adapter import get_adapter
from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse

from roles.admin_input import AdminMixin
from roles.models import Edition, PublishRequest, RequestLine, Statement
from roles.models.editions import Kind
from roles.models.kinds import Drafted
from roles.models.publishing import Judgement

from .editions import may
from .log import record, record_kind
from .releases import ReleaseForm
from .versions import DecisionForm, PublishForm

DECISIONS = [("", "Not decided"), ("accepted", "Accept"), ("sent_back", "Send back")]

LINES_JUDGED = 250  # with its comment each is three fields of a form; more are read, and accepted together


def reviewers(request):
    """Who can be asked: colleagues who may sign in here, and not who asks."""
    colleagues = get_user_model().objects.filter(is_active=True, is_staff=True)
    return colleagues.exclude(pk=request.user.pk).order_by("username")


class AskForm(ReleaseForm):
    """To release drafts together, or to ask a colleague to."""

    reviewer = forms.ModelChoiceField(label="Who reads it", queryset=None, required=False, empty_label="Any colleague")

    def __init__(self, request, data=None):
        super().__init__(data)
        self.fields["reviewer"].queryset = reviewers(request)

    def asked(self):
        return {name: self.cleaned_data[name] for name in ("note", "reviewer", "public_from")}


class AskForOneForm(AskForm, PublishForm):
    """To publish one draft, or to ask a colleague to."""


class LineForm(forms.Form):
    """`was` is the decision as the page showed it."""

    decision = forms.ChoiceField(choices=DECISIONS, required=False, widget=forms.RadioSelect)
    was = forms.ChoiceField(choices=DECISIONS, required=False, widget=forms.HiddenInput)
    comment = forms.CharField(max_length=1000, required=False)


def email_about(request, asked, to, template):
    """Send a colleague what concerns them; that it cannot be sent is shown, and changes nothing else."""
    if to is None or not to.email or to.pk == request.user.pk:
        return
    url = request.build_absolute_uri(reverse("admin:roles_request", args=[asked.pk]))
    context = {"request": request, "user": to, "asked": asked, "by": request.user, "url": url}
    try:
        get_adapter().send_mail(f"account/email/{template}", to.email, context)
    except (OSError, SMTPException):
        messages.warning(request, f"The email to {to} could not be sent. Tell them: {url}")


class RequestsMixin(AdminMixin):
    """For the ModelAdmin of the role."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.request_view)
        return [path("requests/<int:request_id>/", view, name="roles_request"), *super().get_urls()]

    def request_view(self, request, request_id):
        """The lines of a request: shown on GET; commented, accepted and sent back on POST."""
        people = PublishRequest.objects.with_people().select_related("role").defer("role__loaded")
        asked = get_object_or_404(people, pk=request_id)
        if not self._may_decide(request, asked):
            raise PermissionDenied
        errors = []
        lines = list(asked.lines.select_related("decided_by").prefetch_related("comments__by"))
        sent = request.POST if request.method == "POST" else None
        for line in lines[:LINES_JUDGED]:
            shown = {"decision": line.decision, "was": line.decision}
            line.form = LineForm(sent, prefix=f"line-{line.pk}", initial=shown)
        form = _decision(sent, lines) if sent is not None and sent.get("decision") != "save" else None
        sent_forms = [line.form for line in lines[:LINES_JUDGED]] + ([form] if form else [])
        if sent is not None and not any(one.errors for one in sent_forms):
            try:
                return self._judge(request, asked, lines, form)
            except ValidationError as error:
                errors = error.messages
        return self._request_page(request, asked, lines, form, errors)

    def _may_decide(self, request, asked):
        return self.has_change_permission(request) if asked.role_id else may(request, "change", asked.kind)

    def _judge(self, request, asked, lines, form):
        decision = form.cleaned_data["decision"] if form else "save"
        with transaction.atomic():
            asked.judge(list(_judgements(lines)), by=request.user)
            if decision != "save":
                comment = form.cleaned_data["comment"]
                getattr(self, f"{decision}_request")(request, asked, comment)
            else:
                messages.success(request, "Your comments and decisions are saved.")
        self.after_decision(request, asked, decision)
        if decision == "save" and any(line.form.cleaned_data["comment"] for line in lines[:LINES_JUDGED]):
            own = asked.requested_by_id == request.user.pk
            email_about(request, asked, asked.reviewer if own else asked.requested_by, "publish_comment")
        return redirect("admin:roles_request", asked.pk)

    def after_decision(self, request, asked, decision):
        if decision in ("approve", "send_back"):
            asked.refresh_from_db(fields=["status", "comment"])
            email_about(request, asked, asked.requested_by, "publish_decided")

    def ask_form(self, request, data=None):
        return AskForOneForm(request, data)

    def release_form(self, request, data=None):
        return AskForm(request, data)

    def approve_request(self, request, asked, comment):
        asked.approve(by=request.user)
        asked.refresh_from_db(fields=["status", "version", "edition"])
        for one in asked.of_group():
            made = one.version or one.edition
            if one.version:
                self._log_publication(request, one.role, made)
            else:
                last = Edition.objects.filter(kind=one.kind, number=made.number - 1).first()
                self.log_edition(request, made, Drafted(Kind(one.kind), made.value, last))
            planned = f", public from {made.public_from:%-d %B %Y, %H:%M}" if made.public_from else ""
            messages.success(request, f"{one.subject} is published as {str(made).lower()}{planned}.")

    def send_back_request(self, request, asked, comment):
        asked.send_back(by=request.user, comment=comment)
        self.log_request(request, asked, f"Sent the request to publish back: {comment}")
        messages.success(request, "The request is sent back with your comments.")

    def withdraw_request(self, request, asked, comment):
        asked.withdraw(by=request.user)
        self.log_request(request, asked, "Withdrew the request to publish.")
        messages.success(request, "The request is withdrawn. The draft stays as it is.")

    def log_request(self, request, asked, message):
        for one in asked.of_group():
            if one.role_id:
                record(request, one.role, message)
            else:
                record_kind(request, Kind(one.kind), message)

    def asked(self, request, made):
        """After requests were made, which are decided together: the log, the email, and where they are read."""
        asked = made[0]
        self.log_request(request, asked, f"Asked for the draft to be published. {asked.note}".strip())
        who = asked.reviewer or "A colleague"
        messages.success(request, f"{who} can now approve {asked.subjects}, or send it back.")
        email_about(request, asked, asked.reviewer, "publish_request")

    def _request_page(self, request, asked, lines, form, errors):
        changes = {change.key: change for change in asked.changes}
        places = _places(lines) if asked.role_id else {}
        for line in lines:
            line.change, line.place = changes.get(line.key), places.get(line.key)
        waiting = asked.status == PublishRequest.Status.OPEN
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"Request to publish {asked.subject}",
            "asked": asked,
            "lines": lines,
            "decision": form,
            "errors": errors,
            "waiting": waiting,
            "own": asked.requested_by_id == request.user.pk,
            "outdated": waiting and not asked.is_current(),
            "kind": Kind(asked.kind) if asked.kind else None,
            "role": asked.role,
            "others": [one for one in asked.of_group() if one.pk != asked.pk],
            "accepted": sum(line.decision == RequestLine.Decision.ACCEPTED for line in lines),
            "back": sum(line.decision == RequestLine.Decision.SENT_BACK for line in lines),
        }
        return render(
            request, "admin/roles/release/request.html", context, status=422 if request.method == "POST" else 200
        )


def _decision(sent, lines):
    """The decision on the whole: what lines are sent back for is written beside them."""
    back = any(line.form["decision"].value() == "sent_back" for line in lines[:LINES_JUDGED])
    if back and sent.get("decision") == "send_back" and not sent.get("comment", "").strip():
        sent = sent.copy()
        sent["comment"] = "See the lines that are sent back."
    return DecisionForm(sent)


def _places(lines):
    """Where the statements of these lines are edited, by the keys of the lines. One query."""
    keys = [line.key.removeprefix("statement:") for line in lines if line.key.startswith("statement:")]
    return {
        f"statement:{key}": f"{reverse('admin:roles_section_change', args=[section])}#statement-{key}"
        for key, section in Statement.objects.filter(key__in=keys).values_list("key", "section_id")
    }


def _judgements(lines):
    for line in lines[:LINES_JUDGED]:
        sent = line.form.cleaned_data
        if sent["decision"] != sent["was"] or sent["comment"]:
            yield Judgement(line=line.pk, was=sent["was"], decision=sent["decision"], comment=sent["comment"])
