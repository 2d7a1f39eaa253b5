"""What is made from the library, as files of MkDocs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path, PurePath
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from navigator.site.kit.page import Output

PAGE: Final = ".md"


type Folders = Mapping[str, Callable[[], Iterable[Output]]]
"""What yields the pages of each folder of the site, by its name; those of no folder by none."""


def leading(folders: Folders) -> Iterator[str]:
    """Yield the paths of the pages in no folder, and of the first in each: a menu may name them."""
    for name, pages in folders.items():
        yield from (output.path for output in islice(pages(), 1 if name else None))


class Made(Mapping[str, Output]):
    """Files by their paths. The pages of a folder are listed as far as the one that is asked for."""

    def __init__(self, listed: Iterable[Output], folders: Folders) -> None:
        """Take the files that are no pages, and what yields the pages."""
        self._listed = {output.path: output for output in listed}
        self._unlisted = {name: iter(pages()) for name, pages in folders.items()}

    def __getitem__(self, path: str) -> Output:
        """Return a file. Raises KeyError."""
        folder, slash, _ = path.partition("/")
        while path not in self._listed:
            output = next(self._unlisted.get(folder if slash else "", iter(())), None)
            if output is None:
                break
            self._listed[output.path] = output
        return self._listed[path]

    def __iter__(self) -> Iterator[str]:
        """Yield the paths of all files."""
        for pages in self._unlisted.values():
            self._listed |= {output.path: output for output in pages}
        return iter(self._listed)

    def __len__(self) -> int:
        """Return how many files there are."""
        return sum(1 for _ in self)


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

    def __init__(self, files: Files, made: Made, config: MkDocsConfig) -> None:
        """Begin with the files that there are."""
        super().__init__(files)
        self._made, self._config = made, config

    def __contains__(self, path: str) -> bool:
        """Return whether the site has a file at a path."""
        return self.get_file_from_path(path) is not None

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at a path, if the site has one there."""
        name = PurePath(path).as_posix()
        found = super().get_file_from_path(name)
        if found is None and name in self._made:
            found = File.generated(self._config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            self.append(found)
        return found
