"""What the money of a report is for, by weights that were learned without it.

How sure to be must not be learned from what the packaged weights of `training/effort` know already.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

from reports import FOLDS

from zusage.dossier import Dossier

SCRIPT = Path(__file__).resolve().parents[1] / "effort" / "learn.py"

Weights = Mapping[str, Mapping[str, float]]


def learn_by_folds(dossier: Dossier) -> Sequence[Weights]:
    """For each fold the weights that are learned without it."""
    script = _load()
    examples = script.load_examples("learn", dossier)
    return [script.learn([one for one in examples if one.fold != fold]) for fold in range(FOLDS)]


def _load() -> ModuleType:
    """The script beside this folder; its name is that of one in here."""
    spec = importlib.util.spec_from_file_location("effort_learn", SCRIPT)
    if spec is None or spec.loader is None:
        raise ImportError(str(SCRIPT))
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
