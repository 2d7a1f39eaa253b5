"""The library as pages: pure functions make them, and MkDocs or a plain folder takes them."""
