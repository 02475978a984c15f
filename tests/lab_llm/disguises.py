"""The forms in which a private value could hide in a request."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote, quote_plus


def disguises(value: str) -> set[bytes]:
    """The value as it may stand in a request: as it is, escaped, percent-encoded, in base64."""
    raw = value.encode()
    found = {
        raw,
        json.dumps(value)[1:-1].encode(),
        json.dumps(value, ensure_ascii=False)[1:-1].encode(),
    }
    found |= {quote(value).encode(), quote(value, safe="").encode(), quote_plus(value).encode()}
    for lead in range(3):
        # Whatever stands before moves base64 by one or two characters; what is cut off is whole.
        coded = base64.b64encode(b" " * lead + raw)
        start, end = (4, 4) if lead else (0, 4)
        middle = coded[start : len(coded) - end]
        if len(middle) >= 8:
            found |= {middle, middle.translate(bytes.maketrans(b"+/", b"-_"))}
    return found
