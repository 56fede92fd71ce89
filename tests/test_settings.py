"""Settings: a flag beats the environment, that beats the file, that beats the default; each knows where it is from."""

from __future__ import annotations

from pathlib import Path

import pytest

from zusage.errors import SettingsError
from zusage.settings import ABOUT, NAMES, load_settings


def test_each_layer_beats_the_next(tmp_path: Path) -> None:
    (tmp_path / "zusage.toml").write_text('dossier = "file"\nreviewer = "file"\nbusy_seconds = 5\n')
    environment = {"ZUSAGE_LEDGER": str(tmp_path), "ZUSAGE_REVIEWER": "environment", "ZUSAGE_DOSSIER": "environment"}
    settings = load_settings({"dossier": "flag", "reviewer": None}, environment)
    assert (settings.dossier, settings.reviewer, settings.busy_seconds) == ("flag", "environment", 5)
    assert settings.ledger == tmp_path
    assert settings.origins["dossier"] == "flag"
    assert settings.origins["reviewer"] == "ZUSAGE_REVIEWER"
    assert settings.origins["busy_seconds"] == str(tmp_path / "zusage.toml")
    assert settings.origins["language"] == "default"


def test_a_flag_names_the_folder_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "zusage.toml").write_text('dossier = "here"')
    assert load_settings({"ledger": str(tmp_path)}, {"ZUSAGE_LEDGER": "elsewhere"}).dossier == "here"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('dosier = "x"', "did you mean dossier?"),
        ('ledger = "x"', "is no setting"),
        ("dossier = ukraine", "is no TOML"),
        ("dossier = 3", "not words"),
        ('language = "fr"', "one of: de, en"),
        ('smtp_security = "ssl"', "one of: starttls, tls, none"),
        ('busy_seconds = "long"', "no whole number"),
        ("busy_seconds = -1", "below 0"),
    ],
)
def test_a_wrong_setting_is_named_with_its_place(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "zusage.toml").write_text(content)
    with pytest.raises(SettingsError, match=r"zusage\.toml") as caught:
        load_settings({"ledger": str(tmp_path)}, {})
    assert words in str(caught.value)


def test_every_setting_says_what_it_is_about() -> None:
    assert all(ABOUT[name] for name in NAMES)
    assert set(load_settings({}, {}).origins) == set(NAMES)
