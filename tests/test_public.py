"""The public interface: what stands in the package's docstring runs, and every public name is there."""

import doctest

import pytest

import zusage


def test_the_example_of_the_package_runs() -> None:
    assert doctest.testmod(zusage).failed == 0


def test_every_public_name_is_there() -> None:
    for name in zusage.__all__:
        assert getattr(zusage, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="promise"):
        zusage.promise  # noqa: B018 - asking is the test
