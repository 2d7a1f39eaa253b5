"""What the two ways out of the workbench share: files are saved, and what changes is handed to others."""

from navigator.render.html import Html, el


def head(words: dict[str, str], differs: str, told: str) -> list[Html]:
    """Write what a way out is, what there is to take, and what has been done; a script fills the last two."""
    return [
        el("h3", words["title"]),
        el("p", words["empty"], class_=f"nav-hint {differs}"),
        el("p", class_=f"nav-bench-told {told}", role="status"),
    ]


def way(label: str, name: str, *, quiet: bool = True, **attributes: bool) -> Html:
    """Write a button that a script answers; one that is not quiet is the likeliest."""
    look = "nav-button nav-quiet-button" if quiet else "nav-button"
    return el("button", label, type="button", class_=f"{look} {name}", **attributes)
