"""The program's root: which commands there are, where each lives, and how errors become one line and an exit status.

Only Click is imported here; a command's module, and whatever it needs, when it is called. That keeps ``--help`` fast.
"""

from __future__ import annotations

import importlib
import os
import sys
from keyword import iskeyword
from typing import Any

import click

from zusage import __path__, __version__
from zusage.cli.visible import make_line, make_visible
from zusage.compiled import is_compiled
from zusage.errors import ZusageError

COMMANDS = {
    "init": ("zusage.cli.making", "Make a ledger in a folder."),
    "add": ("zusage.cli.making", "Add reports to the ledger and read them."),
    "watch": ("zusage.cli.watching", "Poll feeds, and add what is new in them."),
    "import": ("zusage.cli.importing", "Take over a spreadsheet of pledges kept by hand."),
    "reread": ("zusage.cli.making", "Make the ledger's reports anew from their bytes, and read them again."),
    "read": ("zusage.cli.reading", "Read reports without a ledger, straight to standard output."),
    "ledger": ("zusage.cli.viewing", "Show who has pledged what, how firmly, on which condition."),
    "entry": ("zusage.cli.viewing", "Show one pledge with its history, every quote and why it was read so."),
    "meetings": ("zusage.cli.viewing", "Show the meetings, when each can have been, and who came how."),
    "conflicts": ("zusage.cli.viewing", "Show where reports contradict each other or known facts."),
    "assess": ("zusage.cli.assessing", "Assess a package of guarantees: what stands, what waits, what is missing."),
    "search": ("zusage.cli.searching", "Find actors, quotes and reports by their words."),
    "report": ("zusage.cli.reports", "List reports, or show one with its quotes marked."),
    "story": ("zusage.cli.stories", "Show which reports tell of the same event, and why; split and merge."),
    "code": ("zusage.cli.judging", "Code a statement by hand: what the reader missed."),
    "review": ("zusage.cli.judging", "Accept or reject what was read: one by one at the terminal, or by id."),
    "judgements": ("zusage.cli.judging", "Take judgements out of a ledger, and into another one."),
    "explain": ("zusage.cli.explaining", "Explain sentence by sentence what a report gave, or why it gave nothing."),
    "evaluate": ("zusage.cli.evaluating", "Score the reader on annotated reports; show misses and false alarms."),
    "serve": ("zusage.cli.serving", "Serve the ledger as pages for a browser."),
    "demo": ("zusage.cli.demonstrating", "Read eight sample reports and show what comes out."),
    "publish": ("zusage.cli.publishing", "Write the public edition as plain files that any web host can serve."),
    "digest": (
        "zusage.cli.digests",
        "Tell by mail what is new to those who asked for it on the pages, daily or weekly.",
    ),
    "export": ("zusage.cli.exporting", "Write the ledger for other programs."),
    "log": (
        "zusage.cli.keeping",
        "Show what was recorded and when, oldest first: texts, readings, judgements, failures.",
    ),
    "check": (
        "zusage.cli.keeping",
        "Check every row of the ledger: ids, quotes against their texts, readings, judgements.",
    ),
    "upgrade": (
        "zusage.cli.keeping",
        "Bring a ledger that an older Zusage made to today's schema; nothing that it holds changes.",
    ),
    "backup": ("zusage.cli.keeping", "Write the whole ledger, with settings and dossier, to one file."),
    "restore": ("zusage.cli.keeping", "Make a ledger of a backup in a new folder, and check every row."),
    "archive": ("zusage.cli.archiving", "Write the pages that the ledger keeps to a web archive (WARC)."),
    "takedown": ("zusage.cli.archiving", "Remove a report's words and bytes; a tombstone stays."),
    "user": ("zusage.cli.accounts", "Make, change and remove accounts for the pages."),
    "token": ("zusage.cli.accounts", "Make and remove tokens for programs that use the API."),
    "audit": ("zusage.cli.accounts", "Show who signed in, changed accounts and decided what."),
    "config": ("zusage.cli.configuring", "Show each setting and where its value is from."),
}
"""Each command's module and its line in the list of commands; the function has the command's name (``import_`` for import)."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Return the commands in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(module), f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101 - for the type checker; a test loads them all
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """Write the list of commands without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error that the caller can mend is one line and exit status 1."""
        try:
            return super().invoke(ctx)
        except ZusageError as error:
            click.echo(make_visible(f"zusage: {error}"), err=True)
            ctx.exit(1)
        except UnicodeEncodeError as problem:  # Python keeps such bytes of arguments as half surrogate pairs
            words = make_line(problem.object.encode("utf-8", "backslashreplace").decode())
            click.echo(f"zusage: {words[:60]}: is no UTF-8 (write it anew, or look at the terminal's $LANG)", err=True)
            ctx.exit(1)
        except BrokenPipeError:  # the reader of a pipe has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: zusage demo. Then: zusage init DIR; cd DIR; zusage add report.txt; zusage ledger.",
)
@click.version_option(__version__, message=f"zusage %(version)s{' (compiled)' * is_compiled(__path__)}")
def zusage() -> None:
    """Find out who has really promised what, on which condition, in which words, and whether it adds up."""
