"""Short codes for links, in Crockford's base 32: no sign looks like another.

`navigator/web/practice/base32.mjs` holds the same for the browser.
"""

from hashlib import sha256
from typing import Final

SIGNS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
"""The 32 signs in the order of their values: digits and letters, without i, l, o and u."""
BITS: Final = 5
"""What one sign holds."""
SHA_BITS: Final = 256


def written(number: int, length: int) -> str:
    """Write a number with so many signs, the highest first; it must be below 32 to that power."""
    return "".join(SIGNS[number >> BITS * place & len(SIGNS) - 1] for place in reversed(range(length)))


def digest(text: str, length: int) -> str:
    """Return a text's code: the first bits of its SHA-256."""
    whole = int.from_bytes(sha256(text.encode()).digest())
    return written(whole >> SHA_BITS - BITS * length, length)


CODE_LENGTH: Final = 4
"""The signs of a case's code. With 200 cases, two share one once in 50 libraries: the check then says so."""


def case_code(scenario: str) -> str:
    """Return the code of a case in links, from its scenario's id."""
    return digest(scenario, CODE_LENGTH)
