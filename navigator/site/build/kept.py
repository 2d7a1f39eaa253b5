"""What a build leaves to the next one, while a site is served to somebody who is changing it."""

from dataclasses import dataclass, field

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from navigator.load.library import KeptFiles
from navigator.runtime.assemble import Runtime
from navigator.site.build.library_json import LibraryJson
from navigator.site.build.own_words_json import OwnWordsJson
from navigator.site.build.preview import LastChecked


class CompiledTemplates(BytecodeCache):
    """The theme's templates as they were compiled: that takes longer than most pages do."""

    def __init__(self) -> None:
        """Hold none yet."""
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put what is held into a bucket, which takes it only where the template has not changed."""
        if bucket.key in self._held:
            bucket.bytecode_from_string(self._held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold what a bucket has."""
        self._held[bucket.key] = bucket.bytecode_to_string()


@dataclass
class Kept:
    """What is left to the next build."""

    files: KeptFiles = field(default_factory=KeptFiles)
    """The files of policies, as they were read."""
    checked: LastChecked = field(default_factory=LastChecked)
    """What came of them."""
    templates: CompiledTemplates = field(default_factory=CompiledTemplates)
    """The theme's templates."""
    json: LibraryJson = field(default_factory=LibraryJson)
    """The library as browsers read it."""
    own_words: OwnWordsJson = field(default_factory=OwnWordsJson)
    """What browsers match somebody's own words with."""
    runtime: Runtime | None = None
    """The engine for browsers."""
