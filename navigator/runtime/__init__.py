"""What the browser loads beside the pages: Pyodide, served by the site itself, and the engine."""
