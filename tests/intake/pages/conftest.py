"""Pages made up for the tests: a frame with navigation, teasers and a footer around a report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

BODY = (
    "<p>Die Hafenstadt bekommt eine neue Brücke, das hat der Gemeinderat am Montag nach langer Debatte beschlossen.</p>"
    "<h2>Geld vom Land</h2>"
    "<p>Das Land will zwei Drittel der Kosten tragen, teilte das Ministerium am Abend auf Anfrage schriftlich mit.</p>"
    "<p>Die Arbeiten sollen im Frühjahr beginnen und drei Jahre dauern, wenn die Gerichte keine Einwände haben.</p>"
)

FRAME = """<!DOCTYPE html><html lang="de"><head><title>Eine Brücke für den Hafen | Hafenbote</title>{head}</head><body>
<header><nav><ul><li><a href="/">Start</a></li><li><a href="/p">Politik</a></li></ul></nav></header>
<main><article><h1>Eine Brücke für den Hafen</h1>{body}</article>
<div class="teaser-list"><div><h3><a href="/1">Der Fährmann geht in Rente</a></h3><p>Nach vierzig Jahren ist für ihn Schluss,
die Stadt nimmt Abschied.</p></div><div><h3><a href="/2">Markt verlegt</a></h3><p>Der Wochenmarkt zieht für zwei Jahre auf den
Platz vor der Kirche.</p></div></div></main>
<footer><p>Alle Rechte vorbehalten. Nachdruck nur mit Genehmigung des Verlags in der Speicherstraße.</p></footer>
</body></html>"""

Make = Callable[..., bytes]


@pytest.fixture
def page() -> Make:
    """Make a page; ``body`` and ``head`` are markup."""

    def make(body: str = BODY, head: str = "", *, above: str = "", encoding: str = "utf-8") -> bytes:
        return FRAME.format(head=head, body=above + body).encode(encoding)

    return make
