"""Routes and policies on paper: A4 PDFs that a screen reader can follow, made when the site is built."""
