"""One spelling for every JSON value, so that its bytes can be hashed and compared."""

import json


def canonical(value: object) -> bytes:
    """Encode as UTF-8 JSON: keys sorted, no spaces, no NaN; raise TypeError on other types."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()
