"""A field for values that are rarely read and often alike."""

import json
import zlib

from django.db import models


class CompressedJSONField(models.BinaryField):
    """A JSON value, stored as its text compressed by zlib. It cannot be searched."""

    def from_db_value(self, value, expression, connection):
        return None if value is None else json.loads(zlib.decompress(value))

    def get_db_prep_value(self, value, connection, prepared=False):
        data = None if value is None else zlib.compress(json.dumps(value, separators=(",", ":")).encode())
        return super().get_db_prep_value(data, connection, prepared)

    def value_to_string(self, obj):
        return json.dumps(self.value_from_object(obj))

    def to_python(self, value):
        return json.loads(value) if isinstance(value, str) else value
