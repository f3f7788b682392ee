"""An organisation entered twice: an officer finds the pair, compares, merges, and takes it back."""

import pytest

from tests.browser.moves import follow

pytestmark = pytest.mark.browser
