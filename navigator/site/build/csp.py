"""What a page may load and run: this site's own files, and nothing of anyone else."""

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import Final

ALLOWED: Final = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    # The theme's icons are drawn by its style sheet, from data URLs in it.
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    # A worker from an address is bound by no policy in a page. One from a blob is bound by its page's.
    "worker-src": "'self' blob:",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""The policy, without the checksums of inline scripts and styles."""

_CHARSET = re.compile(r'<meta charset="?utf-8"?>', re.IGNORECASE)
_INLINE = re.compile(r"<(script|style)([^>]*)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)


def with_policy(html: str, *, serving: bool = False, framing: bool = False) -> str:
    """Return a page with its policy in its head, where a page has one.

    With `framing`, it may show pages of this site within itself.

    Each script and style in the page itself is allowed by its checksum. While `serving`, MkDocs adds a script
    that reloads the page, whose text changes each time, so then any script in the page is allowed.
    """
    inline = {f"{kind}-src": _checksums(html, kind) for kind in ("script", "style")}
    if serving:
        inline["script-src"] = "'unsafe-inline'"
    allowed = ALLOWED | ({"frame-src": "'self'"} if framing else {})
    rules = (f"{name} {sources} {inline.get(name, '')}".strip() for name, sources in allowed.items())
    # No address of this site, which may tell of a person's matter, goes to where a link leads.
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{escape("; ".join(rules), quote=False)}">'
        '<meta name="referrer" content="no-referrer">'
    )
    return add_to_head(html, metas)


def add_to_head(html: str, metas: str) -> str:
    """Return a page with more elements at the beginning of its head, after the one with its encoding."""
    return _CHARSET.sub(lambda charset: charset.group() + metas, html, count=1)


def _checksums(html: str, kind: str) -> str:
    """Return the checksum of every inline script or style, each once."""
    found = (
        f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        for name, attributes, text in _INLINE.findall(html)
        if name.lower() == kind and " src=" not in attributes and "application/json" not in attributes
    )
    return " ".join(dict.fromkeys(found))
