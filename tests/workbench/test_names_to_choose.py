"""What a form offers to choose from: what is near first, and what each thing is for."""

from typing import Any

import pytest

from tests.workbench.node import Run, bundled

POLICY = "services/town/policies/town-complaint.yaml"
FILES = {
    "national/documents.yaml": """\
- {id: act, title: The Act, kind: law}
- {id: guide, title: A charity's guide, kind: guidance}
- {id: named-guide, title: A guide that is named here, kind: guidance}
- {id: same-route, title: What the route's other policy names, kind: decision}
- {id: statutory, title: Statutory guidance, kind: guidance}
- {id: village-rules, title: Village's rules, kind: policy}
""",
    "national/policies/national.yaml": "id: national\nroute: complaint\ndocument: statutory\nbefore:\n"
    "  - {says: So., source: {section: '1', document: same-route}}\n",
    "national/roles.yaml": "- {id: carer, name: foster carer, explains: Cares for a child.}\n",
    "national/routes.yaml": "- {id: complaint, name: It, purpose: 'For a {carer} who is unhappy.'}\n",
    "services/town/documents.yaml": "- {id: town-rules, title: Town's rules, kind: policy}\n",
    "services/village/documents.yaml": "- {id: village-own, title: Village's own, kind: policy}\n",
    POLICY: "id: town-complaint\nroute: complaint\nrights:\n"
    "  - {says: So., source: {section: '1', document: named-guide}}\n",
}


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return bundled("names_in_node.mjs", tmp_path_factory.mktemp("names"))


def _group(item: dict[str, Any]) -> str:
    return "near" if item["near"] else "own" if item["own"] else "far" if item["far"] else "shared"


def test_documents_of_other_publishers_stand_apart(names: Run) -> None:
    """First come those named here and on the route, then the service's, then law and national policies'."""
    ((*found,),) = names({"files": FILES, "asked": [["documents", POLICY, {"route": "complaint"}]]})
    assert {each["id"]: _group(each) for each in found} == {
        "named-guide": "near",
        "same-route": "near",
        "statutory": "near",
        "town-rules": "own",
        "act": "shared",
        "guide": "far",
        "village-rules": "far",
    }


def test_without_a_route_a_national_policy_s_document_is_for_everybody(names: Run) -> None:
    """Where no route is named, law and what national policies restate stand below the heading for all."""
    files = {**FILES, POLICY: "id: town-complaint\n"}
    ((*found,),) = names({"files": files, "asked": [["documents", POLICY, {}]]})
    assert [each["id"] for each in found if _group(each) == "shared"] == ["statutory", "act"]


def test_each_route_says_what_it_is_for_and_each_role_what_it_does(names: Run) -> None:
    """A role that the line names is called by its name."""
    routes, roles = names({"files": FILES, "asked": [["routes", POLICY, {}], ["roles", POLICY, {}]]})
    assert [each["help"] for each in routes] == ["For a foster carer who is unhappy."]
    assert [each["help"] for each in roles] == ["Cares for a child."]
