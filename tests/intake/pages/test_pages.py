"""The report is taken out of its page: all of it, and nothing of what stands around it."""
# ruff: noqa: E501 - markup, as pages write it

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zusage.errors import InputError
from zusage.intake.pages import Origin, read_page

Make = Callable[..., bytes]
BODY = (
    "<p>Die Hafenstadt baut, das hat der Gemeinderat am Montag nach langer Debatte ohne Gegenstimme beschlossen.</p>"
    "<p>Das Land will zwei Drittel der Kosten tragen, teilte das Ministerium am Abend auf Anfrage schriftlich mit.</p>"
)
ORIGIN = Origin(resource="https://hafen.example/a", address="https://hafen.example/a", fetched_on="2025-03-06")
LINES = ("Die Hafenstadt bekommt", "Geld vom Land", "Das Land will zwei Drittel", "Die Arbeiten sollen im Frühjahr")


@pytest.mark.parametrize("fast", [True, False])
def test_the_body_is_the_report(page: Make, *, fast: bool) -> None:
    text = read_page(page(), ORIGIN, fast=fast).text
    assert [part.startswith(line) for part, line in zip(text.split("\n\n"), LINES, strict=True)] == [True] * 4


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="post__related"><p>Lesen Sie außerdem, wie die alte Brücke vor hundert Jahren entstanden ist.</p></div>',
        '<section id="NewsletterBox"><p>Jeden Morgen das Wichtigste aus der Stadt in Ihrem Postfach, ganz kostenlos.</p></section>',
        '<div class="c-share-bar"><p>Teilen Sie den Bericht mit Ihren Freunden und Bekannten auf allen Kanälen.</p></div>',
        '<p><a href="/3">Warum die Stadt schon einmal eine Brücke gebaut und wieder abgerissen hat</a></p>',
        "<aside><p>Der Hafen wurde vor zweihundert Jahren gebaut und seither dreimal erweitert, zuletzt im Krieg.</p></aside>",
        "<figure><figcaption>Die alte Brücke über den Hafen im vergangenen Winter bei Hochwasser.</figcaption></figure>",
        "<div hidden><p>Ihre Sitzung ist abgelaufen, bitte melden Sie sich noch einmal auf der Seite an.</p></div>",
        "<script>var p = '<p>Dies ist kein Text, den jemand liest, sondern ein Programm der Seite.</p>';</script>",
    ],
)
def test_furniture_inside_the_report_is_left_out(page: Make, furniture: str) -> None:
    first, rest = (
        "<p>Die Stadt wartet seit zwanzig Jahren auf den Bau, sagte die Bürgermeisterin vor der Presse.</p>",
        LINES[0],
    )
    text = read_page(
        page(f"{first}{furniture}<p>{rest} nun endlich eine Brücke, die auch Lastwagen trägt, hieß es.</p>"), ORIGIN
    ).text
    assert text.count("\n\n") == 1
    assert rest in text


@pytest.mark.parametrize("name", ["header-text", "adaptive", "c-metadata-free", "navigable", "shares"])
def test_a_word_inside_another_word_gives_nothing_away(page: Make, name: str) -> None:
    body = (
        f'<div class="{name}">' + "<p>Der Rat hat lange gestritten und dann doch fast einstimmig zugestimmt.</p></div>"
    )
    text = read_page(page(body + BODY), ORIGIN).text
    assert ("Der Rat hat lange" in text) is (name != "shares")


def test_text_without_paragraphs_is_found(page: Make) -> None:
    """Line breaks instead of paragraphs."""
    words = "Der Rat hat am Montag über die Brücke gestritten, und am Ende stimmten alle zu. " * 4
    text = read_page(page(f"<div class='x'>{words}<br><br>{words}</div>"), ORIGIN).text
    assert text.count("Der Rat hat am Montag") == 8


def test_paragraphs_in_boxes_of_their_own_belong_together(page: Make) -> None:
    box = "<div class='box'><div class='con'><p>{}. Absatz über die Brücke, die im Hafen gebaut werden soll, wie es hieß.</p></div></div>"
    text = read_page(page("".join(box.format(number) for number in range(1, 9))), ORIGIN).text
    assert text.count("Absatz über die Brücke") == 8


def test_the_lead_above_the_body_belongs_to_it(page: Make) -> None:
    lead = "Nach langem Streit steht fest: Der Hafen bekommt seine Brücke"
    head = f'<meta property="og:description" content="{lead} und dazu einen Radweg.">'
    text = read_page(
        page(
            f'<div class="teaser">{lead}</div><div>{"<p>" + "Der Rat stimmte am Montag zu. " * 9 + "</p>"}</div>', head
        ),
        ORIGIN,
    ).text
    assert text.startswith(lead)


def test_lists_keep_their_items(page: Make) -> None:
    body = (
        BODY
        + "<p>Die Stadt nennt in ihrer Mitteilung drei Gründe für den Bau der neuen Brücke:</p><ul><li>mehr Verkehr</li><li>die Lastwagen</li></ul>"
    )
    assert read_page(page(body), ORIGIN).text.endswith(":\n\n- mehr Verkehr\n- die Lastwagen")


def test_what_the_publisher_gives_to_machines_tells_what_is_no_body(page: Make) -> None:
    body = "Der Rat stimmte am Montag zu, nachdem er lange beraten hatte. Im Frühjahr beginnen die Arbeiten an den Pfeilern der Brücke."
    head = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{body}"}}</script>'
    first, second = body.split(". ", 1)
    odd = "<p>Diese Zeitung lesen Sie auch als digitale Ausgabe, wo immer Sie sind.</p>"
    text = read_page(page(f"<p>{first}.</p>{odd}<p>{second}</p>", head), ORIGIN).text
    assert "digitale Ausgabe" not in text
    assert "Pfeilern" in text
    assert "digitale Ausgabe" in read_page(page(f"<p>{first}.</p>{odd}<p>{second}</p>", head), ORIGIN, fast=True).text


@pytest.mark.parametrize(
    "content", [b"", b"  \n", b"<html><body><nav>Start</nav></body></html>", b"GIF89a\x00\x01\x02"]
)
def test_what_holds_no_report_is_one_clear_error(content: bytes) -> None:
    with pytest.raises(InputError, match=r"^https://hafen.example/a: "):
        read_page(content, ORIGIN)


@pytest.mark.parametrize("tag", ["div", "section", "table", "b", "p", "span"])
def test_deep_nesting_takes_no_time(tag: str) -> None:
    start = time.process_time()
    with pytest.raises(InputError):
        read_page(f"<{tag}>".encode() * 200_000, ORIGIN, fast=True)
    assert time.process_time() - start < 10


def test_a_cut_page_gives_what_arrived(page: Make) -> None:
    whole = page()
    text = read_page(whole[: whole.index(b"Die Arbeiten sollen")], ORIGIN).text
    assert "Das Land will" in text


@pytest.mark.parametrize(
    ("encoding", "declared", "note"),
    [
        ("utf-8", "", None),
        ("utf-8", "iso-8859-1", "but is UTF-8"),
        ("cp1252", "iso-8859-1", None),
        ("cp1252", "utf-8", "read as Windows-1252"),
        ("cp1252", "", "read as Windows-1252"),
        ("iso-8859-15", "iso-8859-15", None),
        ("utf-16", "", None),
    ],
)
def test_wrong_labels_do_not_garble(page: Make, encoding: str, declared: str, note: str | None) -> None:
    head = f'<meta charset="{declared}">' if declared else ""
    found = read_page(page(head=head, encoding=encoding), ORIGIN)
    assert "Die Hafenstadt bekommt eine neue Brücke" in found.text
    assert any(note in each for each in found.notes) if note else not found.notes


def test_the_server_is_believed_before_the_page(page: Make) -> None:
    content = page(head='<meta charset="cp1250">', encoding="cp1252")
    assert (
        "neue Brücke" in read_page(content, Origin(resource="a", content_type='text/html; charset="windows-1252"')).text
    )


TAGS = st.sampled_from(
    [
        "div",
        "p",
        "article",
        "ul",
        "li",
        "a",
        "h2",
        "table",
        "td",
        "span",
        "script",
        "aside",
        "main",
        "br",
        "meta",
        "template",
    ]
)
MARKUP = st.lists(
    st.one_of(
        TAGS.map(lambda tag: f"<{tag}>"),
        TAGS.map(lambda tag: f"</{tag}>"),
        TAGS.map(lambda tag: f"<{tag} class='related post' hidden>"),
        st.text(max_size=120),
        st.just("<!--"),
        st.just('<script type="application/ld+json">{"@type":"Article","articleBody":1}</script>'),
    ),
    max_size=40,
)


@given(MARKUP, st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_markup_gives_a_page_or_one_clear_error(parts: list[str], fast: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    content = "".join(parts).encode("utf-8", "surrogatepass")
    problems = []
    try:
        found = read_page(content, ORIGIN, fast=fast)
    except InputError as error:
        problems.append(str(error))
    assert problems or found.text.strip()
    assert all("\n" not in problem for problem in problems)
