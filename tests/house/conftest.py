import pytest

from tests.house.processes import copy_data, held, new_folder


@pytest.fixture
def empty_dir():
    with new_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def made_data():
    """A data folder that was made once; made here under the locale that spoils one, with somebody else's variables."""
    with new_folder() as folder:
        with held(folder, LC_ALL="C", LANG="C", PGHOST="elsewhere.example.org", PGPORT="1", PGDATA="/nowhere"):
            pass
        yield folder


@pytest.fixture
def data_dir(empty_dir, made_data):
    copy_data(made_data, empty_dir)
    return empty_dir
