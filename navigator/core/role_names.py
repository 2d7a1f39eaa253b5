"""The names of roles in sentences."""

from collections.abc import Iterable

from navigator.core.model import Role, Words


def sentence(text: str) -> str:
    """Begin with a capital letter, as a sentence does."""
    return text[:1].upper() + text[1:]


def actor(words: Words, role: Role) -> str:
    """Name a role as the beginning of a sentence: `The team manager`, `Ofsted`."""
    return sentence(role.name) if role.bare else words("role.begins", role=role.name)


def to_do(words: Words, role: Role, does: str) -> str:
    """Say that a role does something, as a sentence."""
    return words("step.to_do", who=actor(words, role), does=does.removesuffix("."))


def role_names(words: Words, roles: Iterable[Role]) -> str:
    """Name several roles in a row."""
    return words.listed(role.name for role in roles)
