"""What is made from the library, as files of MkDocs."""

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from navigator.site.kit.page import Output

PAGE: Final = ".md"


def file_of(config: MkDocsConfig, output: Output) -> File:
    """Return a file, made by now unless it is a page, which is made when MkDocs reads it."""
    if output.path.endswith(PAGE):
        return File.generated(config, output.path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    content = output.made
    if isinstance(content, Path):
        return File.generated(config, output.path, abs_src_path=str(content))
    return File.generated(config, output.path, content=content)


class FilesOnDemand(Files):
    """The files of a site that is made on demand: those made from the library come when asked for."""

    def __init__(self, files: Files, made: Mapping[str, Output], config: MkDocsConfig) -> None:
        """Begin with the files that there are."""
        super().__init__(files)
        self._made, self._config = made, config

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at a path, if the site has one there."""
        name = PurePath(path).as_posix()
        found = super().get_file_from_path(name)
        if found is None and name in self._made:
            found = File.generated(self._config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            self.append(found)
        return found
