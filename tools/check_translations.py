"""Finds words of the pages that have no German, and German that no page uses any more.

usage: python tools/check_translations.py

Prints each missing one as a stub to be filled in and put into a file under ``src/zusage/web/translations/de``. Exit status 1
with findings.
"""
# ruff: noqa: INP001, T201 - a script: it prints

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract
from jinja2.ext import babel_extract

from zusage.web.explaining import is_for_terminals
from zusage.web.translating import catalogues

SOURCE = Path(__file__).resolve().parents[1] / "src/zusage"
WEB = SOURCE / "web"

ERRORS_REACH = (
    *(
        "web/adding.py",
        "web/address.py",
        "web/forms.py",
        "web/handling.py",
        "web/routes",
        "web/uploads.py",
        "web/views",
    ),
    *("workflow/accounts", "workflow/lookups", "workflow/following/subscribing.py", "workflow/following/topics.py"),
    *("workflow/add.py", "workflow/assess.py", "workflow/judge.py", "workflow/pledges.py", "workflow/remarks.py"),
    *("workflow/review_queue.py", "workflow/steps.py", "workflow/stories.py", "workflow/views.py"),
    *("model/codebook.py", "model/fields.py", "model/quote.py", "model/statement.py"),
    *(
        "intake/fetching",
        "intake/pages",
        "intake/decoding.py",
        "intake/feeds.py",
        "intake/language.py",
        "ledger/queries.py",
        "ledger/reading_rows.py",
    ),
)
"""Where errors are made that can reach a page."""

Words = str | tuple[str, ...]


def used() -> dict[Words, str]:
    """All words to be translated, with the first file that has them."""
    found: dict[Words, str] = {}
    for path in sorted(WEB.rglob("*.html")):
        with path.open("rb") as file:
            for _, _, words, _ in babel_extract(file, ["_", "gettext", "ngettext"], [], {"trimmed": "true"}):
                if words and words != (None,):  # None: called with a variable
                    found.setdefault(_key(words), str(path.relative_to(WEB)))
    for path in sorted(WEB.rglob("*.py")):
        with path.open("rb") as file:
            for _, words, _, _ in extract("python", file, keywords={"to_translate": None, "gettext": None}):
                found.setdefault(_key(words), str(path.relative_to(WEB)))
    for words, name in errors_used():
        found.setdefault(words, name)
    return found


def errors_used() -> Iterator[tuple[str, str]]:
    """What errors say that can reach a page, and in which file: their parts as they stand, and templates with blanks."""
    for path in sorted(path for place in ERRORS_REACH for path in _files(SOURCE / place)):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for part in _parts(node):
                for words in _texts(part):
                    if (
                        words.strip()
                        and not is_for_terminals(words)
                        and re.search(r"[^\W\d_]{2}", re.sub(r"{.*?}", "", words))
                    ):
                        yield words, str(path.relative_to(SOURCE))


def _files(place: Path) -> Iterator[Path]:
    yield from [place] if place.is_file() else place.rglob("*.py")


def _parts(node: ast.AST) -> Iterator[ast.expr]:
    """What an error is made of: its three parts, a template, or a problem or hint that was put together before."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        if node.func.id == "wording":
            yield node.args[0]
        elif node.func.id.endswith("Error"):
            yield from node.args[:2]
            yield from (each.value for each in node.keywords if each.arg == "hint")
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "fail":
        yield from node.args[:2]
    elif (
        isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id in {"problem", "hint"}
    ):
        yield node.value


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield f"# an f-string, which forgets its blanks: use wording(): {ast.unparse(node)}"


def _key(words: object) -> Words:
    """The words, with singular and plural together."""
    if isinstance(words, str):
        return words
    assert isinstance(words, list | tuple)  # noqa: S101 - Babel's two shapes
    kept = tuple(each for each in words if isinstance(each, str))
    return kept if len(kept) > 1 else kept[0]


def translated() -> Iterator[tuple[Words, str, tuple[str, ...]]]:
    """Every entry of the German catalogues: words, file, and the German (empty: none yet, or not sure)."""
    for name, catalogue in catalogues("de"):
        for message in catalogue:
            if message.id:
                strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
                identity = tuple(message.id) if isinstance(message.id, tuple | list) else message.id
                is_said = all(strings) and "fuzzy" not in message.flags
                yield identity, name, tuple(str(each) for each in strings) if is_said else ()


def findings() -> list[str]:
    """One stub or line for each finding."""
    wanted = used()
    german: dict[Words, tuple[str, ...]] = {}
    found = []
    for words, name, said in translated():
        if german.get(words, said) != said:
            found.append(f"# otherwise in {name} than in another file: {words!r}")
        if said:
            german[words] = said
        if words not in wanted:
            found.append(f"# in {name}, used by no page: {words!r}")
    missing = sorted((file, str(words), words) for words, file in wanted.items() if words not in german)
    return found + [_stub(file, words) for file, _, words in missing]


def _stub(file: str, words: Words) -> str:
    if isinstance(words, str):
        return f'#: {file}\nmsgid "{_escaped(words)}"\nmsgstr ""\n'
    one, many = words
    return f'#: {file}\nmsgid "{_escaped(one)}"\nmsgid_plural "{_escaped(many)}"\nmsgstr[0] ""\nmsgstr[1] ""\n'


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def main() -> int:
    """Print the findings."""
    found = findings()
    print("\n".join(found), end="\n" if found else "")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
