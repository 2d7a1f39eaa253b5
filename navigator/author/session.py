"""A policy from a file of answers or from a person, who can stop and go on another day."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from navigator.author.all_questions import (
    answers_file,
    ask_all,
    left_out,
    left_out_file,
    left_out_name,
    source_of,
)
from navigator.author.asking import Asking
from navigator.author.draft import Draft
from navigator.author.files import WouldNotPass, save
from navigator.author.made_files import changed_files
from navigator.author.person import Stopped
from navigator.author.reading import new_policy, refused
from navigator.author.source_text import SourceText
from navigator.author.terminal import Terminal
from navigator.core.codec import BROKEN
from navigator.core.model import Library
from navigator.disk.files import write_file
from navigator.load.file_names import shown
from navigator.load.library import Loaded
from navigator.load.problem import Problem
from navigator.load.strict_yaml import read
from navigator.load.tree import SourceFile

WELCOME: Final = """\
This writes a new policy. Have its document at hand, and answer in words of your own.
  Enter leaves out what may be left out, or takes what stands in [brackets].
  - says that the document does not state it.   ? explains a question.   < goes back to the one before.
  Ctrl+C stops. Your answers are kept in {kept}; nothing else is written before the last question."""
_STEP: Final = re.compile(r"[^.\[\]]+")


def from_file(library: Library, loaded: Loaded, path: Path, today: date) -> str:
    """Write the policy of a file of answers; return what is then told. Raises Stopped, CannotWrite."""
    return _written(library, loaded, _read(path), today)


def from_terminal(
    library: Library,
    loaded: Loaded,
    today: date,
    *,
    resume: Path | None = None,
    document: Path | None = None,
    terminal: Terminal | None = None,
) -> str:
    """Ask a person, keep each answer, and write the policy; return what is then told.

    Raises Stopped, with how to go on, and CannotWrite.
    """
    terminal = terminal or Terminal()
    tree = _read(resume).tree if resume else {}
    kept = resume or _free("new-policy.answers.yaml")
    draft = Draft(tree if isinstance(tree, dict) else {})
    source = SourceText(_text(document)) if document else source_of(draft)

    def keep(draft: Draft) -> None:
        write_file(kept, answers_file(draft, shown(kept)))

    asking = Asking(draft, terminal, keep, source)
    terminal.welcome(WELCOME.format(kept=shown(kept)))
    try:
        ask_all(library, loaded, asking)
    except (KeyboardInterrupt, EOFError):
        raise Stopped(f"\nStopped. {_go_on(kept, draft)}") from None
    keep(draft)
    try:
        told = _written(library, loaded, _read(kept), today)
    except Stopped as stopped:
        raise Stopped(f"{stopped}\n{_go_on(kept, draft)}") from None
    return "\n".join([told, *_report(draft, kept), f"Your answers are still in {shown(kept)}."])


def _go_on(kept: Path, draft: Draft) -> str:
    """Say how to go on with what was answered."""
    if not draft.tree:
        return "Nothing was written."
    return f"Your answers are in {shown(kept)}. Go on with: navigator new policy --resume {shown(kept)}"


def _free(name: str) -> Path:
    """Return a path in the working folder that nothing has yet."""
    stem, _, ending = name.partition(".")
    number, path = 2, Path(name)
    while path.exists():
        number, path = number + 1, Path(f"{stem}-{number}.{ending}")
    return path


def _text(path: Path) -> str:
    """Return the text of a document. Raises Stopped."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Stopped(f"{shown(path)}: {error.strerror}") from None
    except UnicodeDecodeError:
        hint = "Save the document as plain text in UTF-8, or paste its text into a new file."
        raise Stopped(f"{shown(path)}: is no plain text. {hint}") from None


def _read(path: Path) -> SourceFile:
    """Return what a file of answers holds. Raises Stopped."""
    try:
        tree, problems = read(shown(path), path.read_bytes())
    except OSError as error:
        raise Stopped(f"{shown(path)}: {error.strerror}") from None
    if problems or tree is BROKEN:
        raise refused(problems)
    return SourceFile(shown(path), tree)


def _written(library: Library, loaded: Loaded, file: SourceFile, today: date) -> str:
    """Write the files of some answers; return what was written, what the check says, and what to do next."""
    new = new_policy(library, loaded, file, today)
    files = changed_files(loaded.folder, library, new)
    try:
        now, found = save(loaded.folder, files, today)
    except WouldNotPass as bad:
        policy = shown(next(path for path in files if path.stem == new.policy.id))
        raise refused([_in_answers(each, policy, file) for each in bad.problems]) from None
    lines = [f"{shown(path)}: written" for path in files]
    outside = now.names.outside(new.service.id, "policies", new.policy.id)
    own = [each for each in found if each.file in {shown(path) for path in files}]
    lines.append(f"The check: no error, and {len(own)} findings about these files.")
    lines += (f"  {each}" for each in own)
    lines += [
        "What to do next:",
        "  1. Look at it: navigator serve",
        f"  2. Read what it leaves open: navigator findings --policy {outside}",
        "  3. Work out a case by hand, and add it to the scenarios: each check then tries it.",
    ]
    return "\n".join(lines)


def _in_answers(problem: Problem, policy: str, file: SourceFile) -> Problem:
    """Return a problem of the policy's file as one of the answers."""
    if problem.file != policy:
        return problem
    steps = _STEP.findall(problem.path)
    path = ("policy", *(int(step) if step.isdecimal() else step for step in steps))
    moved = file.problem(path, problem.what, problem.hint)
    return replace(moved, severity=problem.severity)


def _report(draft: Draft, kept: Path) -> list[str]:
    """Write what of the document was not carried beside the answers, and say where."""
    left = left_out(draft)
    if not draft.get(("lines",)):
        return []
    path = kept.with_name(left_out_name(kept.name))
    write_file(path, left_out_file(left))
    return [f"Of the document, {len(left)} lines are not carried. They are listed in {shown(path)}."]
