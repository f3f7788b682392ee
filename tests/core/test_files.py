import errno
import os
from pathlib import Path

import pytest

from core.files import reason, write_whole


def test_a_file_is_replaced_whole_and_keeps_its_rights(tmp_path):
    path = tmp_path / "compte-rendu.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)

    write_whole(path, b"new")

    assert [one.name for one in tmp_path.iterdir()] == ["compte-rendu.pdf"]
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_what_cannot_be_written_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "compte-rendu.pdf"
    path.write_bytes(b"old")

    with pytest.raises(TypeError):
        write_whole(path, "no bytes")

    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("compte-rendu.pdf", b"old")]


def test_a_link_is_followed_and_a_device_stays_one(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")

    write_whole(tmp_path / "link", b"new")
    write_whole(Path(os.devnull), b"new")

    assert ((tmp_path / "link").is_symlink(), (tmp_path / "real").read_bytes()) == (True, b"new")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), "ce chemin n’existe pas"),
        (OSError(errno.EXDEV, "Invalid cross-device link"), "Invalid cross-device link"),
    ],
)
def test_the_reason_is_said_in_french_when_it_is_a_usual_one(error, words):
    assert reason(error) == words
