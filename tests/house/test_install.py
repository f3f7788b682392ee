"""What `make` does before there is a Python to speak of: find one that runs, and make `.venv`."""

import shutil
import subprocess
import sys

import pytest

from tests.house.processes import PROJECT

SH = shutil.which("sh")


@pytest.fixture
def machine(tmp_path):
    """A machine whose python3.13 and python3.14 exist and do not run, as pyenv leaves them."""
    for name in ("python3.13", "python3.14"):
        (tmp_path / name).write_text("#!/bin/sh\necho 'pyenv: command not found' >&2\nexit 127\n")
        (tmp_path / name).chmod(0o755)
    return tmp_path


def find_python(machine):
    return subprocess.run(
        [SH, PROJECT / "scripts" / "find-python"],
        cwd=machine,
        env={"PATH": str(machine), "HOME": str(machine)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_python_that_does_not_run_is_passed_over(machine):
    (machine / "python3").symlink_to(sys.executable)

    found = find_python(machine)

    assert (found.returncode, found.stdout, found.stderr) == (0, "python3\n", "")


def test_a_machine_without_python_is_told_what_to_install(machine):
    found = find_python(machine)

    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("Python 3.12 ou plus récent n’a pas été trouvé. Installez-le")


def test_an_environment_that_cannot_be_made_is_told_with_what_to_do(tmp_path):
    shutil.copytree(PROJECT / "scripts", tmp_path / "scripts")
    shutil.copytree(PROJECT / "requirements", tmp_path / "requirements")
    (tmp_path / ".venv").write_text("a file where the folder should be")

    done = subprocess.run(
        [sys.executable, "scripts/install.py", "base"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert done.stderr.startswith("Le module venv de Python 3.")
    assert done.stderr.count("\n") == 1
