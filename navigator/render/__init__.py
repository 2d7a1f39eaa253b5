"""Questions and outcomes as HTML: one renderer for the build and the browser, standard library only."""
