"""A campaign of verification: an officer writes, a referent answers by a link without an account, the officer decides."""

import pytest

from tests.browser.moves import follow

pytestmark = pytest.mark.browser
