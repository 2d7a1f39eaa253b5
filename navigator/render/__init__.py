"""Questions and outcomes as HTML: the same functions at build time and in the browser, standard library only."""
