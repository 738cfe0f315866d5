from contextlib import suppress

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.http import UnreadablePostError
from django.shortcuts import redirect

REQUEST_LIMIT = 4_500_000


READ_AT_MOST = 50_000_000


class ReadToTheEnd:
    """Read what is left of a request that was refused unread: else the server cuts the line, and the browser
    shows a broken connection in place of the answer. What is longer than that no person has sent by mistake."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        length = request.META.get("CONTENT_LENGTH") or ""
        if length.isdecimal() and settings.DATA_UPLOAD_MAX_MEMORY_SIZE < int(length) <= READ_AT_MOST:
            with suppress(UnreadablePostError):  # gone already
                while request.read(65_536):
                    pass
        return response


class LimitedUpload(FileUploadHandler):
    """Refuses a request with files that is too large, before any of it is read."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803 - Django's own
        if content_length > REQUEST_LIMIT:
            raise RequestDataTooBig(f"At most {REQUEST_LIMIT:,} bytes can be sent.")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None


class SayTooLarge:
    """Bring staff whose file is too large back to the import page, with words.

    The check of a form's token is the first to read a request, and would answer with a page that says nothing.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        length = request.META.get("CONTENT_LENGTH", "")
        if (
            request.method != "POST"
            or request.resolver_match.view_name != "admin:roles_role_import"
            or not length.isdecimal()
            or int(length) <= REQUEST_LIMIT
            or not request.user.is_staff
        ):
            return None
        messages.error(
            request,
            "Nothing was changed: this is too large to be read. A YAML file may have 2 MB, a zip of several 4 MB; "
            "the content of this portal has far less. Is it the right file?",
        )
        return redirect("admin:roles_role_import")
