"""The bill of materials, in CycloneDX's JSON (https://cyclonedx.org/docs/1.6/json/)."""

from __future__ import annotations

import datetime
import json
import uuid
from collections.abc import Sequence

from build_info import BuildInfo
from components import Component

_NAMESPACE = uuid.UUID("6a0f8a5e-6f0b-5a52-9a0e-0c6c2b1d7f10")


def document(components: Sequence[Component], info: BuildInfo) -> str:
    """The text of the document; the same for the same build."""
    when = datetime.datetime.fromtimestamp(info.seconds, datetime.UTC)
    program = f"pkg:generic/chat-copilot@{info.version}"
    listed = [_component(component) for component in components]
    values = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(_NAMESPACE, f"{info.version} {info.commit}").urn,
        "version": 1,
        "metadata": {
            "timestamp": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": program,
                "name": "chat-copilot",
                "version": info.version,
                "licenses": [{"license": {"id": "MIT"}}],
                "purl": program,
            },
        },
        "components": listed,
        "dependencies": [{"ref": program, "dependsOn": [part["bom-ref"] for part in listed]}],
    }
    return json.dumps(values, indent=2, ensure_ascii=False) + "\n"


def _component(component: Component) -> dict[str, object]:
    values: dict[str, object] = {
        "type": "library",
        "bom-ref": component.purl,
        "name": component.name,
        "version": component.version,
        "licenses": [{"expression": component.licence}],
        "purl": component.purl,
    }
    if component.note:
        values["description"] = component.note
    if component.inside:
        values["components"] = [_component(part) for part in component.inside]
    return values
