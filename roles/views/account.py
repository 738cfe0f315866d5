from typing import cast

from allauth.account.forms import ReauthenticateForm
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from roles.models.closing import close_account


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account_delete(request: HttpRequest) -> HttpResponse:
    user = cast(User, request.user)
    if user.is_staff:
        raise PermissionDenied("An administrator ends the accounts of consultants.")
    form = ReauthenticateForm(request.POST if request.method == "POST" else None, user=user)
    if request.method == "POST":
        if limited := ratelimit.consume_or_429(request, action="reauthenticate"):
            return limited
        if form.is_valid():
            close_account(user)
            logout(request)
            messages.success(request, "Your account and all its postings are deleted.")
            return redirect("home")
    context = {"form": form, "postings": user.postings.count()}
    return render(request, "account/delete.html", context, status=422 if form.errors else 200)
