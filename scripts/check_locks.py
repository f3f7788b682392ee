"""Check, without network, that the lock files hold what pyproject.toml asks for, with hashes and without an index."""

import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parent.parent
COMPILE = (
    "uv pip compile --universal --python-version 3.12 --generate-hashes --no-header pyproject.toml "
    "-o requirements/base.txt, puis avec --group dev -o requirements/dev.txt ; sans le projet, --group peers "
    "-o requirements/peers.txt"
)
PINNED = re.compile(r"^([\w.-]+)(?:\[[^]]*\])?==(\S+)( ;.*)? \\\n {4}--hash=sha256:", re.MULTILINE)


def problems():
    asked = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    base = asked["project"]["dependencies"]
    yield from missing("base", base)
    groups = asked["dependency-groups"]
    yield from missing("dev", base + groups["dev"])
    yield from missing("peers", groups["peers"])


def missing(group, asked):
    name = f"requirements/{group}.txt"
    text = (PROJECT / name).read_text(encoding="utf-8")
    pinned = {canonicalize_name(found[1]): found[2] for found in PINNED.finditer(text)}
    for requirement in map(Requirement, asked):
        version = pinned.get(canonicalize_name(requirement.name))
        if version is None or version not in requirement.specifier:
            yield f"{name} : « {requirement} » demandé par pyproject.toml, {version or 'absent'} verrouillé"
    if "index-url" in text or "://" in re.sub(r"^ *#.*$", "", text, flags=re.MULTILINE):
        yield f"{name} nomme un dépôt de paquets"


if __name__ == "__main__":
    found = list(problems())
    for problem in found:
        sys.stderr.write(f"{problem}\n")
    if found:
        sys.exit(f"Refaites les verrous : {COMPILE}")
