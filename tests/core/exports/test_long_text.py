import hashlib
import os
import subprocess
import sys
import unicodedata

from roles.core.exports import text
from tests.core.exports.build import HARD, long_posting

IN_ANOTHER_PROCESS = """
import hashlib
from roles.core.exports import text
from tests.core.exports.build import long_posting
print(hashlib.sha256(text.write(long_posting()).encode()).hexdigest())
"""


def test_three_thousand_words_of_every_script_keep_every_character():
    document = long_posting()
    written = text.write(document)

    assert len(written.split()) >= 3_000
    for words in HARD:
        assert words in written
    assert unicodedata.normalize("NFC", written) != written, "the text has marks a normalisation would change"


def test_three_thousand_words_are_the_same_bytes_in_another_process():
    env = {**os.environ, "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    other = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS], capture_output=True, check=True, env=env, timeout=60
    )

    assert other.stdout.decode().strip() == hashlib.sha256(text.write(long_posting()).encode()).hexdigest()
