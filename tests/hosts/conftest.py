"""The built site and a Chromium, for the tests on servers."""

from tests.browser.conftest import chromium, site

__all__ = ["chromium", "site"]
