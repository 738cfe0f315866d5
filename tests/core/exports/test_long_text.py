import unicodedata

from roles.core.exports import text
from tests.core.exports.build import HARD, long_posting


def test_three_thousand_words_of_every_script_keep_every_character():
    document = long_posting()
    written = text.write(document)

    assert len(written.split()) >= 3_000
    for words in HARD:
        assert words in written
    assert unicodedata.normalize("NFC", written) != written, "the text has marks a normalisation would change"
