"""The workbench: where a policy's owner edits it in a browser, and sees at once what comes of it."""
