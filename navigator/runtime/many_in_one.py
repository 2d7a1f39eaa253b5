"""One file that holds many: what is inside, and then the contents one after the other."""

import json
import struct
from collections.abc import Mapping

_LENGTH = struct.Struct("<I")


def many_in_one(files: Mapping[str, bytes]) -> bytes:
    """Return one file for all of `files`, by their paths in order: the same files give the same bytes.

    It begins with the length of what follows, in four bytes, the least first: paths and sizes as JSON.
    """
    held = sorted(files.items())
    listed = json.dumps([[path, len(content)] for path, content in held], separators=(",", ":")).encode()
    return b"".join([_LENGTH.pack(len(listed)), listed, *(content for _, content in held)])
