from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TerritoryKind(TextChoices):
    REGION = "region", _("région")
    CTU = "collectivite_territoriale_unique", _("collectivité territoriale unique")
    DEPARTMENT_REGION = "departement_region", _("département-région")
    EUROPEAN = "collectivite_europeenne", _("collectivité européenne")
    DEPARTMENT = "departement", _("département")
    OVERSEAS = "collectivite_outre_mer", _("collectivité d’outre-mer")
    METROPOLE = "metropole", _("métropole")
    URBAN_COMMUNITY = "communaute_urbaine", _("communauté urbaine")
    AGGLOMERATION = "communaute_agglomeration", _("communauté d’agglomération")
    COMMUNITY = "communaute_communes", _("communauté de communes")
    EPT = "ept", _("établissement public territorial")
    COMMUNE = "commune", _("commune")
    PROVINCE = "province", _("province")
    AUTONOMOUS_REGION = "autonomous_region", _("région autonome")
    MUNICIPALITY = "municipality", _("municipalité")
    SPECIAL_REGION = "special_administrative_region", _("région administrative spéciale")
    SUB_PROVINCIAL_CITY = "sub_provincial_city", _("ville sous-provinciale")
    PREFECTURE_CITY = "prefecture_city", _("ville-préfecture")
    PREFECTURE = "prefecture", _("préfecture")
    AUTONOMOUS_PREFECTURE = "autonomous_prefecture", _("préfecture autonome")
    LEAGUE = "league", _("ligue")
    DISTRICT = "district", _("district")
    COUNTY_CITY = "county_city", _("ville-district")
    COUNTY = "county", _("xian")
    AUTONOMOUS_COUNTY = "autonomous_county", _("xian autonome")
    BANNER = "banner", _("bannière")
    AUTONOMOUS_BANNER = "autonomous_banner", _("bannière autonome")
    FORESTRY_DISTRICT = "forestry_district", _("district forestier")
    SPECIAL_DISTRICT = "special_district", _("district spécial")
    CITY = "city", _("ville")
    OTHER = "other", _("autre territoire")


class Dataset(TextChoices):
    """The files of `directory/data` that the loader keeps true; what was added by hand belongs to none."""

    FRANCE = "france", _("INSEE et DGCL, code officiel géographique")
    FORMER_REGIONS = "former_regions", _("INSEE, régions d’avant 2016")
    CHINA = "china", _("GB/T 2260")


class NameKind(TextChoices):
    OFFICIAL = "official", _("nom officiel")
    EXONYM = "exonym", _("exonyme")
    SHORT = "short", _("nom court")
    AUTHORITY = "authority", _("nom de la collectivité")
    FORMER = "former", _("ancien nom")
    ALIAS = "alias", _("autre graphie")


class NameLanguage(TextChoices):
    FRENCH = "fr", _("français")
    CHINESE = "zh", _("chinois")
    PINYIN = "pinyin", _("pinyin")
    ENGLISH = "en", _("anglais")
    LOCAL = "local", _("langue locale")


class CodeSystem(TextChoices):
    INSEE_REGION = "insee_region", _("INSEE, région")
    INSEE_DEPARTMENT = "insee_departement", _("INSEE, département")
    INSEE_COMMUNE = "insee_commune", _("INSEE, commune")
    SIREN = "siren", _("SIREN")
    GB2260 = "gb2260", _("GB/T 2260")
    ISO3166_2 = "iso3166_2", _("ISO 3166-2")


class OrganisationKind(TextChoices):
    AUTHORITY = "authority", _("collectivité territoriale")
    MINISTRY = "ministry", _("ministère")
    AGENCY = "agency", _("opérateur public")
    NETWORK = "network", _("réseau de collectivités")
    ASSOCIATION = "association", _("association")
    COMPANY = "company", _("entreprise")
    UNIVERSITY = "university", _("établissement d’enseignement")
    TOURISM = "tourism", _("organisme de tourisme")
    CULTURE = "culture", _("organisme culturel")
    OFFICE = "office", _("bureau à l’étranger")
    OTHER = "other", _("autre organisme")


class AffiliationKind(TextChoices):
    ELECTED = "elected", _("élu")
    TECHNICAL = "technical", _("technicien")
    STAFF = "staff", _("équipe de CUF")


class MandateRole(TextChoices):
    CHAIR = "chair", _("présidence")
    CO_CHAIR = "co_chair", _("coprésidence")
    OFFICER = "officer", _("chargé de mission")
