"""The national floor: what a national policy holds that stays beside a service's own for the same route."""

from dataclasses import dataclass

from navigator.core.model import Alongside, Caution, FloorPart, Library, Policy, Right
from navigator.core.model.policy import Position


@dataclass(frozen=True)
class Floor:
    """What stays of a national policy beside another one; of no policy, nothing."""

    own: Policy
    """The policy that is shown."""
    national: Policy | None
    """The national one for the same route; None where there is none, or it is the one shown."""

    @property
    def holder(self) -> Policy:
        """The policy that holds what stays: its document is cited, and its conditions are meant."""
        return self.national or self.own

    @property
    def contacts(self) -> tuple[str, ...]:
        """Whom to reach, beside the contacts of the policy itself."""
        left_out = self._replaced(FloorPart.CONTACTS)
        held = self.national.contacts if self.national else ()
        return tuple(contact for contact in held if contact not in left_out)

    def warnings(self, position: Position) -> tuple[Caution, ...]:
        """Return what a person should know before acting."""
        held = self.national.warnings if self.national else ()
        lasting = tuple(caution for caution in held if not caution.of_this_policy)
        return self._staying(FloorPart.WARNINGS, lasting, position)

    def rights(self, position: Position) -> tuple[Right, ...]:
        """Return what a person is entitled to."""
        return self._staying(FloorPart.RIGHTS, self.national.rights if self.national else (), position)

    def alongside(self, position: Position) -> tuple[Alongside, ...]:
        """Return what may run at the same time, but for routes of which the policy itself says so."""
        held = self.national.alongside if self.national else ()
        told = {rule.route for rule in self.own.alongside if rule.route} | {self.own.route}
        staying = self._staying(FloorPart.ALONGSIDE, held, position)
        return tuple(rule for rule in staying if rule.route not in told)

    def _replaced(self, part: FloorPart) -> set[str]:
        return {each.item for each in self.own.replaces if each.part is part}

    def _staying[T: (Caution, Right, Alongside)](
        self, part: FloorPart, items: tuple[T, ...], position: Position
    ) -> tuple[T, ...]:
        """Return the items that hold; what names stages that the policy lacks holds at all of its own."""
        left_out = self._replaced(part)
        stages = {each.key for each in self.own.leaf_stages()}
        return tuple(
            item
            for item in items
            if item.id not in left_out and (stages.isdisjoint(item.stages) or position.is_among(item.stages))
        )


def floor_of(library: Library, policy: Policy) -> Floor:
    """Return the national floor below a policy."""
    national = library.policy.get(library.route[policy.route].fallback or "")
    below = national if national and national.national and not policy.national else None
    return Floor(policy, below)
