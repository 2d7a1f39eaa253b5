"""What pages are made with: the page builder, the library's index, breadcrumbs, terms explained, QR codes."""
