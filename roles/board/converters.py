from .models.publications import ALPHABET, SHORT_ID


class ShortId:
    regex = f"[{ALPHABET}]{{{SHORT_ID}}}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value
