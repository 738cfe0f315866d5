"""Text folded for matching: lower case and plain punctuation, linear in its length."""

# Typographic variants become the plain character of the same length, so that offsets hold.
_PLAIN = str.maketrans(
    {
        **{chr(code): chr(code) for code in range(128)},  # a look-up that finds nothing costs ten that do
        **dict.fromkeys("‘’ʼ`´", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006", " "),
        # Full-width letters, digits and marks.
        **{chr(0xFEE0 + code): chr(code).lower() for code in range(0x21, 0x7F)},
        **dict.fromkeys("\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\x85", " "),
    }
)
_PLAIN_ASCII = bytes.maketrans(b"`\t\n\v\f\r", b"'     ")


def fold(text: str) -> str:
    """Return the text in lower case and plain punctuation, of the same length."""
    lower = text.lower()
    if lower.isascii() and len(lower) == len(text):
        return lower.encode("ascii").translate(_PLAIN_ASCII).decode("ascii")
    if len(lower) != len(text):
        lower = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    return lower.translate(_PLAIN)
