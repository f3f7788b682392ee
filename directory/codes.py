"""The form of the codes that designate French bodies and Chinese divisions; who holds them is the database's affair."""

import re

SIREN = re.compile(r"\d{9}", re.ASCII)
INSEE_COMMUNE = re.compile(r"(?:0[1-9]|[1-8]\d|9[0-5]|2[AB])\d{3}|9[78]\d{3}", re.ASCII)
INSEE_DEPARTMENT = re.compile(r"(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|9[78]\d|6AE|69M)", re.ASCII)
INSEE_REGION = re.compile(r"\d{2}", re.ASCII)
GB2260 = re.compile(r"[1-9]\d{5}", re.ASCII)
ISO3166_2 = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}", re.ASCII)


def passes_luhn(digits):
    """The check that INSEE's SIREN carries in its last digit (Luhn, ISO/IEC 7812-1)."""
    doubled = (2 * int(digit) if rank % 2 else int(digit) for rank, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_siren(text):
    return bool(SIREN.fullmatch(text)) and passes_luhn(text)


def department_of(commune):
    """Return the code of the department, or overseas collectivity, of an INSEE commune code: 2A004 → 2A, 97411 → 974."""
    return commune[:3] if commune.startswith(("97", "98")) else commune[:2]
