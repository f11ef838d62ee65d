"""Digests of rules and data, for the JSON result: the same where the same is said, whatever the layout of the files."""

import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import attrs

from xeploai.model.evidence import Evidence
from xeploai.model.incident import Incident
from xeploai.model.ruleset import Ruleset, chain_of
from xeploai.toml.dump import dump


def rules_digest(rules: Ruleset) -> str:
    """SHA-256 of what the rules say, those that propose levels included, whatever the layout of their files."""
    digest = hashlib.sha256()
    for one in chain_of(rules):
        digest.update(dump(one).encode())
    return digest.hexdigest()


def evidence_digest(subjects: Iterable[Evidence]) -> str:
    """SHA-256 of what was known of the subjects, in their order, whatever the format of their file."""
    digest = hashlib.sha256()
    for subject in subjects:
        text = json.dumps(_plain(subject), ensure_ascii=False, sort_keys=True, default=_text)
        digest.update(text.encode() + b"\n")
    return digest.hexdigest()


def incidents_digest(incidents: Iterable[Incident]) -> str:
    """SHA-256 of what was known of incidents, whose order means nothing."""
    digest = hashlib.sha256()
    for incident in sorted(incidents, key=lambda one: one.id):
        said = attrs.asdict(incident, filter=lambda field, _: field.name != "at")
        digest.update(json.dumps(said, ensure_ascii=False, sort_keys=True, default=_text).encode() + b"\n")
    return digest.hexdigest()


def _text(answer: object) -> str:
    """Points in lowest terms, so that `92.5` and `92.50` are the same; a day as ISO has it."""
    return str(Fraction(answer) if isinstance(answer, Decimal) else answer)


def _plain(evidence: Evidence) -> dict[str, object]:
    return {
        "id": evidence.id,
        "kind": evidence.kind,
        "name": evidence.name,
        "parent": evidence.parent,
        "facts": dict(evidence.facts),
        "notes": dict(evidence.notes),
    }
