"""Wrap a web page in one file, as browsers and Word save it."""

from __future__ import annotations

from email.encoders import encode_base64
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import SMTP

ADDRESS = "https://jyj.example.org/art/2024/9/2/art_1_2.html"
_BOUNDARY = "----=_NextPart_01DB3A5C"
"""As Word writes it; one of chance would make another file on every run."""
_PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(60)


def make_mhtml(page: bytes, charset: str | None = None) -> bytes:
    """A .mht with the page and a picture of its; ``charset`` is what the part's head says of its encoding."""
    whole = MIMEMultipart("related", boundary=_BOUNDARY, type="text/html")
    whole["From"] = "<Saved by WebKit>"
    whole["Snapshot-Content-Location"] = ADDRESS
    whole.attach(_part("text", "html", page, charset))
    whole.attach(_part("image", "png", _PICTURE))
    return whole.as_bytes(policy=SMTP)


def _part(main: str, sub: str, content: bytes, charset: str | None = None) -> MIMENonMultipart:
    part = MIMENonMultipart(main, sub)
    if charset is not None:
        part.set_param("charset", charset)
    part.set_payload(content)
    encode_base64(part)
    part["Content-Location"] = ADDRESS if main == "text" else "https://jyj.example.org/a.png"
    return part
