"""Reports into the ledger: once, with failures recorded and passed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import items_of, small_reader, stricter_reader
from sqlalchemy import select

from zusage.errors import DossierError, LedgerError
from zusage.intake.reports import Intake
from zusage.intake.source import Failure
from zusage.ledger.tables import failures, readings, texts
from zusage.workflow.add import Change, Outcome, add_items, reread
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace, init_ledger, open_workspace
from zusage.settings import load_settings

OSLO = "Oslo will send 40 medics, the minister said."
