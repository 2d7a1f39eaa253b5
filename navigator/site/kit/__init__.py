"""What pages are made with: the page builder, the library's index, terms explained, QR codes."""
