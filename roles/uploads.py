"""What a request with files may measure, refused before any of it is read."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

REQUEST_LIMIT = 4_500_000


class LimitedUpload(FileUploadHandler):
    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803 - Django's own
        if content_length > REQUEST_LIMIT:
            raise RequestDataTooBig(f"At most {REQUEST_LIMIT:,} bytes can be sent.")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
