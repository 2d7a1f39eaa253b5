"""From pages to a site: MkDocs' plugin, the files, the menu, the release, offline use, the content policy."""
