"""What the browser loads besides the pages: Pyodide, served by the site itself, and the engine."""
