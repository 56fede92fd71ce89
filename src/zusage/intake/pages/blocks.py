"""The body of a page as blocks of text: paragraphs, subheadings, list items, in the page's order.

The fast tier, and the ground of the other one. A page is parsed once (lexbor); running text is weighed by length and
share of links, its containers by what they hold; the report is the smallest container with nearly all of the running
text around it, and the lead above it. Blocks inside that a class name, a link or a teaser's shape gives away are left
out. No rule knows an outlet.

Source: readability's scoring of parents (Arc90, 2009), with density instead of constants for climbing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NO_TEXT = (
    *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "video", "audio", "map"),
    *("button", "select", "input", "textarea", "label", "dialog", "nav", "footer", "aside", "figure", "figcaption"),
)
_BLOCKS = "p,h2,h3,h4,h5,li,blockquote,pre"
_CONTAINERS = "div,section,article,td,span"
"""What holds running text where a page has no paragraphs."""
_LEADS = ",".join(
    f'[class*="{word}" i]'
    for word in ("lead", "intro", "summary", "standfirst", "excerpt", "dek", "teaser", "subtitle", "subline", "descri")
)
_SENTENCE = re.compile(r"[.!?:…][\"“”»«’)\]]*$")

_RUNNING = 25
"""Characters from which on a paragraph weighs."""
_MUCH = 300
"""Characters of running text, and a quarter of all, from which on no name makes a container furniture."""
_LEAST = 500
"""Characters of paragraphs below which a page is taken to have none."""
_DIRECT = 60
"""Characters of its own from which on a container counts as a paragraph where the page has none."""
_PLAIN = 500
"""Characters from which on a paragraph is not looked at for links."""
_SAME = 40
"""Characters at the beginning by which a lead is known again."""
_TEASER = 600
"""Characters above which a container whose heading is a link is no teaser."""
_LONG_NAME = 200
"""Characters above which class names are a style sheet's utilities and say nothing."""
_DEEP = 100
"""Levels above a block that are looked at; a page that nests deeper is no page that anybody wrote."""
_FADE = 0.8
"""What is left of a paragraph's weight with each container further out."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text and the element that it stood in ("p", "li", "h2")."""

    tag: str
    words: str

    @property
    def is_heading(self) -> bool:
        """Whether it is a subheading."""
        return self.tag in {"h2", "h3", "h4", "h5"}


@dataclass(slots=True)
class _Scene:
    """What is known of a page's elements, by their memory ids.

    ``words``: a block's text, None for one that is mostly links; ``held``: characters of running text in a container,
    ``kept`` those that are no furniture; ``refused``: whether an element is furniture.
    """

    body: LexborNode
    words: dict[int, str | None] = field(default_factory=dict)
    running: list[tuple[LexborNode, int]] = field(default_factory=list)
    nodes: dict[int, LexborNode] = field(default_factory=dict)
    held: dict[int, int] = field(default_factory=dict)
    kept: dict[int, int] = field(default_factory=dict)
    score: dict[int, float] = field(default_factory=dict)
    refused: dict[int, bool] = field(default_factory=dict)
    blocks: str = _BLOCKS


def find_blocks(tree: LexborHTMLParser, *, title: str = "", lead: str = "") -> tuple[Block, ...]:
    """Return the blocks of the report on a page, none if it has no running text. Takes the tree to pieces.

    ``title`` is left out where it stands first; ``lead`` (the page's description) is looked for above the body.
    """
    body = tree.body
    if body is None:
        return ()
    tree.strip_tags(list(_NO_TEXT))
    scene = _Scene(body)
    _weigh(scene)
    _refuse(scene)
    root = _climb(scene, _find_root(scene))
    if root is None:
        return ()
    return tuple(_tidy(_collect(scene, root, lead), title))


def _weigh(scene: _Scene) -> None:
    """Find the running text, and how much of it each container holds."""
    for node in scene.body.css("p"):
        _note(scene, node)
    total = sum(size for _, size in scene.running)
    if total < _LEAST:
        _weigh_containers(scene, total)
        total = sum(size for _, size in scene.running)
    for node, size in scene.running:
        for container in _containers(node):
            scene.held[container.mem_id] = scene.held.get(container.mem_id, 0) + size
            scene.nodes[container.mem_id] = container
    much = max(total / 4, _MUCH)
    scene.refused.update((name, False) for name, size in scene.held.items() if size >= much)


def _note(scene: _Scene, node: LexborNode) -> None:
    words = _read(node, "p")
    scene.words[node.mem_id] = words
    if words is not None and len(words) >= _RUNNING:
        scene.running.append((node, len(words)))


def _weigh_containers(scene: _Scene, paragraphs: int) -> None:
    """Take containers with text of their own for paragraphs if they hold most of it: "<div>Text<br>Text</div>"."""
    found = {}
    for node in scene.body.css(_CONTAINERS):
        own = " ".join(node.text(deep=False).split())
        if len(own) >= _DIRECT and len(node.text()) < 3 * len(own):
            found[node.mem_id] = node
    if sum(len(node.text(deep=False)) for node in found.values()) > 2 * paragraphs:
        scene.blocks = f"{_BLOCKS},{_CONTAINERS}"
        for node in found.values():
            _note(scene, node)


def _containers(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements around a block, outwards; a container that is a block of its own comes first."""
    container = node.parent if node.tag == "p" else node
    for _ in range(_DEEP):
        if container is None or container.tag == "html":
            return
        yield container
        container = container.parent


def _read(node: LexborNode, tag: str) -> str | None:
    """Return an element's words, None if it has none or most of them are links."""
    words = " ".join(node.text().split())
    if not words:
        return None
    if tag != "p" or len(words) < _PLAIN:
        linked = sum(len(link.text().strip()) for link in node.css("a"))
        if linked and linked * (2.0 if tag == "li" else 1.4) > len(words):
            return None
    return words


def _refuse(scene: _Scene) -> None:
    """Refuse teasers: the largest small container around a heading that is a link."""
    for heading in scene.body.css("h2,h3,h4,h5"):
        link = heading.css_first("a")
        outside = heading.parent
        if link is None and outside is not None and outside.tag == "a":
            heading, link = outside, outside  # noqa: PLW2901 - the link around the heading takes its place
        if link is None or len(link.text().strip()) * 1.3 < len(heading.text().strip()):
            continue
        teaser = heading.parent
        while teaser is not None and scene.held.get(teaser.mem_id, 0) < _TEASER and teaser.tag != "body":
            if scene.refused.setdefault(teaser.mem_id, True) is False:
                break
            teaser = teaser.parent


def _is_refused(scene: _Scene, node: LexborNode) -> bool:
    """Say whether an element or one around it is furniture, unless much of the page's text stands in it."""
    path: list[int] = []
    refused = False
    outer: LexborNode | None = node
    while outer is not None and len(path) < _DEEP:
        known = scene.refused.get(outer.mem_id)
        if known is not None:
            refused = known
            break
        path.append(outer.mem_id)
        if _is_furniture(outer):
            refused = True
            break
        outer = outer.parent
    scene.refused.update(dict.fromkeys(path, refused))
    return refused


def _is_furniture(node: LexborNode) -> bool:
    if node.tag in {"body", "html", "main"}:
        return False
    marks = node.attributes
    if "hidden" in marks or (marks.get("aria-hidden") == "true" and node.tag != "p"):
        return True
    name = marks.get("class") or ""
    names = f"{name if len(name) <= _LONG_NAME else ''} {marks.get('id') or ''}"
    return len(names) > 1 and _is_furniture_name(names)


def _find_root(scene: _Scene) -> LexborNode | None:
    """Return the container with the most text close to it; the body only where text stands in it directly."""
    for node, size in scene.running:
        if _is_refused(scene, node):
            continue
        weight = float(size)
        for distance, container in enumerate(_containers(node)):
            name = container.mem_id
            scene.kept[name] = scene.kept.get(name, 0) + size
            if weight * 3 > size and (container.tag != "body" or distance == 0):
                scene.score[name] = scene.score.get(name, 0.0) + weight
                weight *= _FADE
    if not scene.score:
        return None
    return scene.nodes[max(scene.score, key=lambda name: scene.score[name])]


def _climb(scene: _Scene, root: LexborNode | None) -> LexborNode | None:
    """Go outwards as long as a container adds running text and little else."""
    if root is None:
        return None
    size, outer = len(root.text()), root.parent
    while outer is not None and outer.tag not in {"body", "html"} and outer.mem_id in scene.kept:
        inside, around = scene.kept[root.mem_id], scene.kept[outer.mem_id]
        if around > 1.05 * inside:
            width = len(outer.text())
            share = (around - inside) / max(1, width - size)
            gain = around / inside
            if share > 0.75 or (gain >= 1.25 and share > 0.45) or (gain > 1.5 and share > 0.35):  # noqa: PLR2004 - tried on news pages
                root, size = outer, width
        outer = outer.parent
    return root


def _collect(scene: _Scene, root: LexborNode, lead: str) -> Iterator[Block]:
    """Yield the blocks of the lead and of the root."""
    inside = [block for node in root.css(scene.blocks) if (block := _make_block(scene, node)) is not None]
    first = " ".join(block.words for block in inside[:3])
    yield from (block for block in _find_lead(scene, root, lead) if block.words[:_SAME] not in first)
    yield from inside


def _make_block(scene: _Scene, node: LexborNode) -> Block | None:
    tag, name = node.tag or "", node.mem_id
    if tag in {"div", "section", "article", "td", "span"} and name not in scene.words:
        return None
    if _is_refused(scene, node) or (tag in {"li", "blockquote"} and _has_blocks(node)):
        return None
    words = scene.words[name] if name in scene.words else _read(node, tag)
    return None if words is None else Block(tag, words)


def _has_blocks(node: LexborNode) -> bool:
    """Say whether there are blocks inside of one; a search finds the element itself, too."""
    return any(inner.mem_id != node.mem_id for inner in node.css("p,li"))


def _find_lead(scene: _Scene, root: LexborNode, lead: str) -> Iterator[Block]:
    """Yield what stands above the body: the page's description, else the sentences below the headline."""
    scope = root
    while scope.tag != "body" and scope.css_first("h1") is None:
        if scope.parent is None:
            break
        scope = scope.parent
    if scope.mem_id == root.mem_id:
        return
    above = list(_above(scope, root))
    known = " ".join(lead.split())[:_SAME]
    for node in above:
        words = _read(node, "p") if known else None
        if words is not None and words.startswith(known) and len(words) < len(known) + 3 * len(lead):
            yield Block("p", words)
            return
    first = max((index for index, node in enumerate(above) if node.tag == "h1"), default=len(above))
    for node in above[first + 1 :]:
        words = _read(node, "p") if node.tag in {"p", "h2"} else None
        if words and len(words) > _DIRECT and _SENTENCE.search(words) and not _is_refused(scene, node):
            yield Block("p", words)


def _above(scope: LexborNode, root: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements before the root in which a lead can stand."""
    for node in scope.css(f"h1,p,h2,h3,{_LEADS}"):
        if node.mem_id == root.mem_id or _is_in(node, root):
            return
        yield node


def _is_in(node: LexborNode, root: LexborNode) -> bool:
    return any(outer.mem_id == root.mem_id for outer in _containers(node))


def _tidy(blocks: Iterable[Block], title: str) -> Iterator[Block]:
    """Drop the title, subheadings with nothing below them, and what is said twice in a row."""
    kept = [block for block in blocks if block.words != title]
    for index, block in enumerate(kept):
        following = kept[index + 1] if index + 1 < len(kept) else None
        if block.is_heading and (following is None or following.is_heading):
            continue
        if following is not None and following.words == block.words:
            continue
        yield block


@lru_cache(maxsize=4096)
def _is_furniture_name(names: str) -> bool:
    """Say whether a class name or id gives furniture away: "post__related", "RelatedLinks"; not "header" for "ad"."""
    return _class_words().search(names) is not None


@cache
def _class_words() -> re.Pattern[str]:
    """Compile the words in class names: between separators, or as a part that begins with a capital."""
    lines = files("zusage.intake.pages").joinpath("data/classes.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    words = sorted({word for _, listed in rows for word in listed.split()}, key=lambda word: (-len(word), word))
    plain = "|".join(re.escape(word) + ("s?" if not word.endswith("s") else "") for word in words)
    capital = "|".join(word.title().replace("-", "") + ("s?" if not word.endswith("s") else "") for word in words)
    return re.compile(rf"(?:(?<![A-Za-z0-9])(?:{plain})|(?<![A-Z])(?:{capital}))(?![a-z])")
