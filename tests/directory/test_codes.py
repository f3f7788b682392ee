import pytest

from directory.codes import INSEE_COMMUNE, department_of, is_siren

DEPARTMENTS = {"37261": "37", "2A004": "2A", "97411": "974", "98818": "988", "01001": "01"}


@pytest.mark.parametrize("commune", DEPARTMENTS)
def test_the_department_is_read_in_the_code_of_the_commune(commune):
    assert department_of(commune) == DEPARTMENTS[commune]


@pytest.mark.parametrize("code", ["37261", "2A004", "2B033", "97411", "98818"])
def test_a_commune_code_is_recognised(code):
    assert INSEE_COMMUNE.fullmatch(code) is not None


@pytest.mark.parametrize("code", ["3726", "372610", "00001", "2C004", "96001", "2a004", "٣٧٢٦١", "37٢٦١"])
def test_what_is_not_a_commune_code_is_refused(code):
    assert INSEE_COMMUNE.fullmatch(code) is None


@pytest.mark.parametrize("siren", ["213702616", "243300316"])
def test_a_siren_with_its_key_is_recognised(siren):
    assert is_siren(siren)


@pytest.mark.parametrize("siren", ["213702617", "21370261", "2137026160", "", "21370261A", "²13702616", "٢13702616"])
def test_a_siren_without_its_key_is_refused(siren):
    assert not is_siren(siren)
