"""Invented minutes, and the few territories they name, for tests that go through the database."""

from tests.factories import TerritoryCodeFactory, TerritoryFactory, TerritoryNameFactory

TEXT = """Réunion du groupe-pays Chine
Mardi 8 mars 2016 de 10h00 à 13h
À la Maison des associations, 3 rue des Lilas 19000 Tulle

Étaient présents :
- Mme Ana PRUNIER, adjointe au maire, Ville de Tulle
Excusé :
- M. Bo CERISIER, conseiller régional, en arrêt maladie

TOUR DE TABLE

Ville de Tulle – Guilin

Coopération sur les vergers et l’accueil des visiteurs

Ville de Tulle – Atlantide

Échanges de lycéens

SUITES

Ø La Ville de Tulle enverra le programme avant le 1er avril 2016.

AGENDA

9 & 10 mai 2016        Forum des vergers, Tulle (inscription obligatoire)
"""


def make_territories():
    tulle = TerritoryFactory(name="Tulle", population=15_000)
    TerritoryCodeFactory(system="insee_commune", code="19272", territory=tulle)
    guilin = TerritoryFactory(chinese=True, name="Guilin", name_zh="桂林市", population=5_000_000)
    TerritoryCodeFactory(system="gb2260", code="450300", territory=guilin)
    for territory in (tulle, guilin):
        TerritoryNameFactory(territory=territory, text=territory.name)
    return tulle, guilin
