"""Weights that were learned: all that is packaged counts for who a reader is."""

from __future__ import annotations

from importlib import resources

from zusage.reading.learned import PACKAGED, learned_fingerprint, load_learned


def test_every_packaged_file_of_weights_is_in_the_digest() -> None:
    folder = resources.files("zusage.reading")
    with resources.as_file(folder) as path:
        found = {str(file.relative_to(path)) for file in path.rglob("*.json")}
    assert found == set(PACKAGED)


def test_the_digest_is_short_and_stays() -> None:
    assert learned_fingerprint() == learned_fingerprint()
    assert len(learned_fingerprint()) == 16


def test_files_are_read_as_they_were_written() -> None:
    assert "position" in load_learned("weights.json")
