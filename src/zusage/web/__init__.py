"""Zusage in a browser: pages, data and charts over a ledger, served by FastAPI. Needs the extra ``zusage[web]``.

A page is one function from what was asked (`zusage.web.asking.Asked`) to a `zusage.web.page.Page`; `zusage.web.answering`
makes HTML, JSON, CSV or SVG of it. Nothing here opens a ledger, reads a clock or binds a socket when it is imported.
"""
