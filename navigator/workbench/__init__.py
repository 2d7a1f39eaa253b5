"""The workbench: a data folder that is edited in the browser, read and checked as the commands do it."""
