"""Writing a static edition: every page that a link leads to, from the overview on, in both languages.

The same ledger gives the same bytes; only files that have changed are written.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from starlette.types import ASGIApp

from zusage.errors import InputError
from zusage.publish.xml_text import to_bytes
from zusage.web.app import create_app
from zusage.web.edition.calling import Answered, call
from zusage.web.edition.folder import Folder, Written, open_folder
from zusage.web.edition.places import LANGUAGES, Place, place_of
from zusage.web.edition.rewriting import finder, links_in, rewrite_page, rewrite_text
from zusage.web.rendering import environment
from zusage.web.site import Serving, Site
from zusage.workflow.workspace import Workspace

_NOWHERE = "http://edition.invalid"
"""Under which the application is asked where the edition has no address; no file names it."""

_HTML, _TEXT = "text/html", ("application/", "text/")
_OK, _MISSING = 200, 404
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True)
class Published:
    """What was written: files, and how many pages (HTML) are among them."""

    written: Written
    pages: int


def publish(workspace: Workspace, path: Path, *, address: str = "", unreviewed: bool = False) -> Published:
    """Write the public edition to a folder; ``unreviewed``: also what nobody has reviewed, marked so.

    Without an ``address`` the edition has no feeds, citations and site map, which have to name it.

    Raises:
        InputError: the folder is not empty and none of ours, or the address is none.
    """
    root = address.rstrip("/")
    if root and not root.startswith(("https://", "http://")):
        raise InputError(f"--address {address}", "is no address of the web", hint="write it as https://ledger.example")
    site = Site(
        workspace, Serving(public=True, address=root or _NOWHERE, hosts=(), unreviewed=unreviewed, answers=False)
    )
    edition = _Edition(create_app(site), open_folder(path), root)
    asyncio.run(edition.write())
    return Published(edition.folder.finish(), len(edition.pages))


@dataclass
class _Edition:
    app: ASGIApp
    folder: Folder
    root: str
    missing: set[str] = field(default_factory=set)
    pages: dict[str, Place] = field(default_factory=dict)

    async def write(self) -> None:
        """Write all pages, then those again that link to what turned out not to be there."""
        named_by: dict[str, list[Place]] = {}
        seen: set[str] = set()
        waiting = deque(self._places(f"/{language}/" for language in LANGUAGES))
        while waiting:
            place = waiting.popleft()
            if place.file in seen:
                continue
            seen.add(place.file)
            for found in self._places(await self._write(place)):
                named_by.setdefault(found.file, []).append(place)
                waiting.append(found)
        again = {place.file: place for file in sorted(self.missing) for place in named_by.get(file, ())}
        for place in again.values():
            await self._write(place)
        await self._write_frame()

    def _places(self, links: Iterable[str]) -> list[Place]:
        found = (place_of(link.partition("#")[0], absolute=bool(self.root)) for link in links)
        return [each for each in found if each is not None]

    async def _write(self, place: Place) -> Sequence[str]:
        """Write one page; return the links in it."""
        answered = await self._ask(place.address)
        if answered.status == _MISSING:
            self.missing.add(place.file)
            return ()
        if answered.status != _OK:
            raise InputError(place.address, f"answers {answered.status}", hint="report this as a fault")
        find = finder(lambda file: file not in self.missing, absolute=bool(self.root))
        if not answered.media_type.startswith(_HTML):
            body = answered.body
            if self.root and answered.media_type.startswith(_TEXT):
                body = rewrite_text(body.decode(), self.root, find).encode()
            self.folder.write(place.file, body)
            return ()
        page = answered.body.decode()
        self.pages[place.file] = place
        words = rewrite_text(rewrite_page(page, place.file, find), self.root or _NOWHERE, find)
        self.folder.write(place.file, words.replace(f"{_NOWHERE}/", "").encode())
        return links_in(page)

    async def _ask(self, address: str) -> Answered:
        return await call(self.app, address, root=self.root or _NOWHERE)

    async def _write_frame(self) -> None:
        """Write what an edition has besides its pages: a door, a page for what is missing, a map, rules for robots."""
        # a page for what is missing is shown at any depth: only whole paths lead anywhere from it
        base = f"{self.root}/" if self.root else "/"
        for name, template in (("index.html", "edition_index.html"), ("404.html", "edition_missing.html")):
            words = environment("en").get_template(template).render(base=base if name == "404.html" else "")
            self.folder.write(name, words.encode())
        rules = "User-agent: *\nAllow: /\n"
        if self.root:
            self.folder.write("sitemap.xml", self._map())
            rules += f"\nSitemap: {self.root}/sitemap.xml\n"
        self.folder.write("robots.txt", rules.encode())
        self.folder.write(".nojekyll", b"")  # or some hosts leave out names that begin with a line

    def _map(self) -> bytes:
        """The site map. Source: https://www.sitemaps.org/protocol.html, at most 50,000 addresses."""
        root = ET.Element("urlset", {"xmlns": _SITEMAP})
        for file in sorted(self.pages)[:50_000]:
            ET.SubElement(ET.SubElement(root, "url"), "loc").text = f"{self.root}/{file}"
        return to_bytes(root)
