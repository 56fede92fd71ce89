"""A letter as HTML for mail programs: one column, styles within the tags, nothing loaded, readable in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from zusage.publish.digests.letter import Letter, Link, Section
from zusage.publish.feeds.content import is_web
from zusage.publish.feeds.feed import Item, Quoted, Words, visible

_SERIF = "Georgia,'Times New Roman',serif"
_SANS = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

_STYLES = {
    "body": f"margin:0;padding:0;background:#f4f2ee;color:#1a1d23;font:16px/1.5 {_SANS}",
    "sheet": "max-width:640px;margin:0 auto;background:#ffffff",
    "brand": "background:#17325c;color:#ffffff;padding:14px 24px;font-size:14px",
    "main": "padding:8px 24px 20px",
    "h1": f"font:600 26px/1.25 {_SERIF};margin:16px 0 10px",
    "h2": f"font:600 19px/1.3 {_SERIF};margin:28px 0 4px;padding-top:14px;border-top:2px solid #17325c",
    "h3": "font-size:16px;line-height:1.4;margin:20px 0 2px;font-weight:600",
    "p": "margin:6px 0",
    "label": "margin:2px 0 6px;font-size:13px;color:#7a5200",
    "quote": f"margin:8px 0;padding:2px 0 2px 12px;border-left:3px solid #8d8a84;font:16px/1.5 {_SERIF}",
    "source": f"margin:2px 0 0;font:13px/1.4 {_SANS};color:#5a6069",
    "link": "color:#17437f",
    "button": "display:inline-block;background:#17325c;color:#ffffff;padding:11px 20px;border-radius:4px;"
    "text-decoration:none;font-weight:600",
    "small": "padding:16px 24px 28px;border-top:1px solid #dcd8d0;font-size:13px;color:#5a6069",
}

_DARK = """@media (prefers-color-scheme:dark){
body{background:#14171c!important;color:#e7e9ed!important}
.sheet{background:#1c2027!important}.brand{background:#0d1a30!important}
a{color:#9cc0ff!important}.button{background:#9cc0ff!important;color:#14171c!important}
.label{color:#f0cd7c!important}.source,.small{color:#a5adb9!important}
h2{border-color:#9cc0ff!important}.small{border-color:#323843!important}
}"""


def write_html(letter: Letter) -> str:
    """Write a letter as an HTML document."""
    return (
        f'<!doctype html>\n<html lang="{escape(letter.language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
        f"<title>{_safe(letter.title)}</title><style>{_DARK}</style></head>\n"
        f'<body style="{_STYLES["body"]}"><div {_style("sheet")}>\n{"".join(f"{part}{chr(10)}" for part in _parts(letter))}'
        "</div></body></html>\n"
    )


def _parts(letter: Letter) -> Iterator[str]:
    yield f"<div {_style('brand')}>{_safe(letter.brand)}</div>"
    yield f'<div role="main" style="{_STYLES["main"]}">'
    yield f'<h1 style="{_STYLES["h1"]}">{_safe(letter.title)}</h1>'
    yield from map(_paragraph, letter.words)
    for section in letter.sections:
        yield from _section(section)
    yield from (f'<p style="margin:22px 0 6px">{_anchor(each, "button")}</p>' for each in letter.buttons)
    yield "</div>"
    small = (_anchor(each, "link") if isinstance(each, Link) else _safe(each) for each in letter.small)
    yield f"<div {_style('small')}>{''.join(f'<p style={chr(34)}margin:4px 0{chr(34)}>{each}</p>' for each in small)}</div>"


def _section(section: Section) -> Iterator[str]:
    yield f'<h2 style="{_STYLES["h2"]}">{_safe(section.heading)}</h2>'
    for item in section.items[: section.in_full]:
        yield from _item(item)
    rest = section.items[section.in_full :]
    if rest:
        lines = (f'<li style="margin:4px 0">{_anchor(Link(each.title, each.address), "link")}</li>' for each in rest)
        yield f'<ul style="padding-left:20px;margin:16px 0">{"".join(lines)}</ul>'


def _item(item: Item) -> Iterator[str]:
    yield f'<h3 style="{_STYLES["h3"]}">{_anchor(Link(item.title, item.address), "link")}</h3>'
    if item.labels:
        yield f"<p {_style('label')}>{_safe(' · '.join(item.labels))}</p>"
    for part in item.content:
        yield _paragraph(part.text) if isinstance(part, Words) else _quoted(part)


def _quoted(part: Quoted) -> str:
    source = _safe(part.source)
    if part.address and is_web(part.address):
        source = _anchor(Link(part.source, part.address), "link")
    words = f'<q lang="{escape(part.language)}"><bdi>{_safe(part.text)}</bdi></q>'
    return f'<blockquote style="{_STYLES["quote"]}">{words}<p {_style("source")}>{source}</p></blockquote>'


def _paragraph(words: str) -> str:
    return f'<p style="{_STYLES["p"]}">{_safe(words)}</p>'


def _anchor(link: Link, style: str) -> str:
    if not is_web(link.address):
        return _safe(link.words)
    return f'<a href="{escape(link.address)}" {_style(style)}>{_safe(link.words)}</a>'


def _style(name: str) -> str:
    """The attributes of something that looks different in the dark: its class, and its style in the light."""
    return f'class="{name}" style="{_STYLES[name]}"'


def _safe(words: str) -> str:
    return escape(visible(words))
