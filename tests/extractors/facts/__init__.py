"""Rows of sentences with what is to be read from them, and the assertions that the tests of several modules share."""

import pytest

# before the module is imported, so that a failed assertion in it shows both values, as in a test
pytest.register_assert_rewrite("tests.extractors.facts.row")
