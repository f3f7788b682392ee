import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import core.fields
import core.operations
import directory.models.territories


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0007_versions_are_kept"),
        ("directory", "0005_people_choose_who_sees_their_contact_data"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        core.operations.AtOnce(
            operations=[
                migrations.CreateModel(
                    name="AffiliationVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("function", models.CharField(blank=True, max_length=200, verbose_name="fonction")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("elected", "élu"), ("technical", "technicien"), ("staff", "équipe de CUF")],
                                default="technical",
                                max_length=10,
                                verbose_name="qualité",
                            ),
                        ),
                        (
                            "may_edit",
                            models.BooleanField(
                                default=False,
                                help_text="Tient à jour les fiches de son organisme.",
                                verbose_name="référent",
                            ),
                        ),
                        (
                            "since_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("since", core.fields.FuzzyDateField(blank=True, null=True, verbose_name="depuis")),
                        (
                            "until_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("until", core.fields.FuzzyDateField(blank=True, null=True, verbose_name="jusqu’à")),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="organisme",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.person",
                                verbose_name="personne",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="directory.affiliation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – fonction",
                        "verbose_name_plural": "versions – fonction",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CountryGroupPartnersVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "countrygroup",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.countrygroup",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – groupe-pays – organismes associés",
                        "verbose_name_plural": "versions – groupe-pays – organismes associés",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CountryGroupVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("slug", models.SlugField(db_index=False, max_length=40, verbose_name="identifiant")),
                        ("name", models.CharField(max_length=120, verbose_name="nom")),
                        (
                            "country",
                            models.CharField(
                                help_text="Code ISO à deux lettres, par exemple CN.", max_length=2, verbose_name="pays"
                            ),
                        ),
                        ("description", models.TextField(blank=True, verbose_name="présentation")),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="directory.countrygroup",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – groupe-pays",
                        "verbose_name_plural": "versions – groupe-pays",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GroupMandateVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("chair", "présidence"),
                                    ("co_chair", "coprésidence"),
                                    ("officer", "chargé de mission"),
                                ],
                                max_length=10,
                                verbose_name="mandat",
                            ),
                        ),
                        (
                            "period",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                default=directory.models.territories.always, verbose_name="période"
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.countrygroup",
                                verbose_name="groupe-pays",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.person",
                                verbose_name="personne",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="directory.groupmandate",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – mandat",
                        "verbose_name_plural": "versions – mandat",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GroupMembershipVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "period",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                default=directory.models.territories.always, verbose_name="période"
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.countrygroup",
                                verbose_name="groupe-pays",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="organisme",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="directory.groupmembership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – adhésion au groupe",
                        "verbose_name_plural": "versions – adhésion au groupe",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationNameVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("text", models.CharField(max_length=200, verbose_name="nom")),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("fr", "français"),
                                    ("zh", "chinois"),
                                    ("pinyin", "pinyin"),
                                    ("en", "anglais"),
                                    ("local", "langue locale"),
                                ],
                                default="fr",
                                max_length=8,
                                verbose_name="langue",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("official", "nom officiel"),
                                    ("exonym", "exonyme"),
                                    ("short", "nom court"),
                                    ("authority", "nom de la collectivité"),
                                    ("former", "ancien nom"),
                                    ("alias", "autre graphie"),
                                ],
                                default="alias",
                                max_length=10,
                                verbose_name="sorte",
                            ),
                        ),
                        (
                            "valid",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                default=directory.models.territories.always, verbose_name="en usage"
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="organisme",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="directory.organisationname",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – nom d’organisme",
                        "verbose_name_plural": "versions – nom d’organisme",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("authority", "collectivité territoriale"),
                                    ("ministry", "ministère"),
                                    ("agency", "opérateur public"),
                                    ("network", "réseau de collectivités"),
                                    ("association", "association"),
                                    ("company", "entreprise"),
                                    ("university", "établissement d’enseignement"),
                                    ("tourism", "organisme de tourisme"),
                                    ("culture", "organisme culturel"),
                                    ("office", "bureau à l’étranger"),
                                    ("other", "autre organisme"),
                                ],
                                max_length=12,
                                verbose_name="nature",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="nom")),
                        ("acronym", models.CharField(blank=True, max_length=30, verbose_name="sigle")),
                        ("name_zh", models.CharField(blank=True, max_length=100, verbose_name="nom en chinois")),
                        ("website", models.URLField(blank=True, verbose_name="site")),
                        (
                            "cuf_paid_until",
                            models.DateField(blank=True, null=True, verbose_name="adhérent de CUF jusqu’au"),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="dépend de",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="directory.organisation",
                            ),
                        ),
                        (
                            "territory",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.territory",
                                verbose_name="territoire",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – organisme",
                        "verbose_name_plural": "versions – organisme",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PersonVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("civility", models.CharField(blank=True, max_length=20, verbose_name="civilité")),
                        ("first_name", models.CharField(blank=True, max_length=80, verbose_name="prénom")),
                        ("last_name", models.CharField(max_length=80, verbose_name="nom")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse électronique")),
                        (
                            "email_audience",
                            models.CharField(
                                choices=[
                                    ("internal", "CUF seulement"),
                                    ("group", "membres du groupe"),
                                    ("network", "tout le réseau"),
                                    ("public", "tout le monde"),
                                ],
                                db_default="internal",
                                default="internal",
                                max_length=10,
                                verbose_name="adresse visible de",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True, db_default="", default="", max_length=40, verbose_name="téléphone"
                            ),
                        ),
                        (
                            "phone_audience",
                            models.CharField(
                                choices=[
                                    ("internal", "CUF seulement"),
                                    ("group", "membres du groupe"),
                                    ("network", "tout le réseau"),
                                    ("public", "tout le monde"),
                                ],
                                db_default="internal",
                                default="internal",
                                max_length=10,
                                verbose_name="téléphone visible de",
                            ),
                        ),
                        (
                            "erased_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="effacée le"),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="directory.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – personne",
                        "verbose_name_plural": "versions – personne",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TerritoryCodeVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "system",
                            models.CharField(
                                choices=[
                                    ("insee_region", "INSEE, région"),
                                    ("insee_departement", "INSEE, département"),
                                    ("insee_commune", "INSEE, commune"),
                                    ("siren", "SIREN"),
                                    ("gb2260", "GB/T 2260"),
                                    ("iso3166_2", "ISO 3166-2"),
                                ],
                                max_length=20,
                                verbose_name="nomenclature",
                            ),
                        ),
                        ("code", models.CharField(max_length=20, verbose_name="code")),
                        (
                            "valid",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                default=directory.models.territories.always, verbose_name="en vigueur"
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="directory.territorycode",
                            ),
                        ),
                        (
                            "territory",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.territory",
                                verbose_name="territoire",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – code de territoire",
                        "verbose_name_plural": "versions – code de territoire",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TerritoryNameVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("text", models.CharField(max_length=200, verbose_name="nom")),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("fr", "français"),
                                    ("zh", "chinois"),
                                    ("pinyin", "pinyin"),
                                    ("en", "anglais"),
                                    ("local", "langue locale"),
                                ],
                                default="fr",
                                max_length=8,
                                verbose_name="langue",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("official", "nom officiel"),
                                    ("exonym", "exonyme"),
                                    ("short", "nom court"),
                                    ("authority", "nom de la collectivité"),
                                    ("former", "ancien nom"),
                                    ("alias", "autre graphie"),
                                ],
                                default="alias",
                                max_length=10,
                                verbose_name="sorte",
                            ),
                        ),
                        (
                            "valid",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                default=directory.models.territories.always, verbose_name="en usage"
                            ),
                        ),
                        (
                            "dataset",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("france", "INSEE et DGCL, code officiel géographique"),
                                    ("former_regions", "INSEE, régions d’avant 2016"),
                                    ("china", "GB/T 2260"),
                                ],
                                db_default="",
                                max_length=20,
                                verbose_name="jeu de données",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="directory.territoryname",
                            ),
                        ),
                        (
                            "territory",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.territory",
                                verbose_name="territoire",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – nom de territoire",
                        "verbose_name_plural": "versions – nom de territoire",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TerritoryVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "country",
                            models.CharField(
                                max_length=2,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z]{2}$", "Deux lettres capitales, par exemple FR."
                                    )
                                ],
                                verbose_name="pays",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("region", "région"),
                                    ("collectivite_territoriale_unique", "collectivité territoriale unique"),
                                    ("departement_region", "département-région"),
                                    ("collectivite_europeenne", "collectivité européenne"),
                                    ("departement", "département"),
                                    ("collectivite_outre_mer", "collectivité d’outre-mer"),
                                    ("metropole", "métropole"),
                                    ("communaute_urbaine", "communauté urbaine"),
                                    ("communaute_agglomeration", "communauté d’agglomération"),
                                    ("communaute_communes", "communauté de communes"),
                                    ("ept", "établissement public territorial"),
                                    ("commune", "commune"),
                                    ("province", "province"),
                                    ("autonomous_region", "région autonome"),
                                    ("municipality", "municipalité"),
                                    ("special_administrative_region", "région administrative spéciale"),
                                    ("sub_provincial_city", "ville sous-provinciale"),
                                    ("prefecture_city", "ville-préfecture"),
                                    ("prefecture", "préfecture"),
                                    ("autonomous_prefecture", "préfecture autonome"),
                                    ("league", "ligue"),
                                    ("district", "district"),
                                    ("county_city", "ville-district"),
                                    ("county", "xian"),
                                    ("autonomous_county", "xian autonome"),
                                    ("banner", "bannière"),
                                    ("autonomous_banner", "bannière autonome"),
                                    ("forestry_district", "district forestier"),
                                    ("special_district", "district spécial"),
                                    ("city", "ville"),
                                    ("other", "autre territoire"),
                                ],
                                max_length=40,
                                verbose_name="nature",
                            ),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                help_text="1 : région ou province ; 2 : département ou ville-préfecture ; 3 : intercommunalité, district ; 4 : commune.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(4),
                                ],
                                verbose_name="niveau",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="nom en français")),
                        ("name_zh", models.CharField(blank=True, max_length=100, verbose_name="nom en chinois")),
                        (
                            "name_latin",
                            models.CharField(
                                blank=True,
                                help_text="Pinyin, sans tons.",
                                max_length=200,
                                verbose_name="nom en lettres latines",
                            ),
                        ),
                        (
                            "valid",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                default=directory.models.territories.always, verbose_name="existe"
                            ),
                        ),
                        ("latitude", models.FloatField(blank=True, null=True, verbose_name="latitude")),
                        ("longitude", models.FloatField(blank=True, null=True, verbose_name="longitude")),
                        ("population", models.PositiveIntegerField(blank=True, null=True, verbose_name="population")),
                        (
                            "dataset",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("france", "INSEE et DGCL, code officiel géographique"),
                                    ("former_regions", "INSEE, régions d’avant 2016"),
                                    ("china", "GB/T 2260"),
                                ],
                                db_default="",
                                help_text="Vide pour un territoire ajouté à la main ; le chargement ne touche qu’aux siens.",
                                max_length=20,
                                verbose_name="jeu de données",
                            ),
                        ),
                        (
                            "intercommunality",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.territory",
                                verbose_name="intercommunalité",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.territory",
                                verbose_name="territoire parent",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="directory.territory",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.territory",
                                verbose_name="successeur",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – territoire",
                        "verbose_name_plural": "versions – territoire",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ThemeVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("slug", models.SlugField(db_index=False, max_length=80, verbose_name="identifiant")),
                        ("name", models.CharField(max_length=120, verbose_name="nom en français")),
                        ("name_en", models.CharField(blank=True, max_length=120, verbose_name="nom en anglais")),
                        ("name_zh", models.CharField(blank=True, max_length=120, verbose_name="nom en chinois")),
                        (
                            "synonyms",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                verbose_name="synonymes",
                            ),
                        ),
                        (
                            "sdgs",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(
                                    validators=[
                                        django.core.validators.MinValueValidator(1),
                                        django.core.validators.MaxValueValidator(17),
                                    ]
                                ),
                                blank=True,
                                default=list,
                                help_text="Numéros de 1 à 17, séparés par des virgules.",
                                verbose_name="objectifs de développement durable",
                            ),
                        ),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="source")),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.theme",
                                verbose_name="thème parent",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="directory.theme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – thème",
                        "verbose_name_plural": "versions – thème",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CountryGroupPartnersLink",
                    fields=[],
                    options={
                        "verbose_name": "groupe-pays – organismes associés",
                        "verbose_name_plural": "groupe-pays – organismes associés",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("directory.countrygroup_partners",),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_affiliationversion" ("function", "id", "kind", "may_edit", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "since_words", "until", "until_words") SELECT new_values."function", new_values."id", new_values."kind", new_values."may_edit", new_values."organisation_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."since", new_values."since_words", new_values."until", new_values."until_words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="46068b2014c2db4cf193fba204a9e75a4f6fce63",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_f6c23",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="directory_affiliation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_affiliationversion" ("function", "id", "kind", "may_edit", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "since_words", "until", "until_words") SELECT new_values."function", new_values."id", new_values."kind", new_values."may_edit", new_values."organisation_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."since", new_values."since_words", new_values."until", new_values."until_words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."function" IS DISTINCT FROM (new_values."function") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."may_edit" IS DISTINCT FROM (new_values."may_edit") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."since_words" IS DISTINCT FROM (new_values."since_words") OR old_values."until" IS DISTINCT FROM (new_values."until") OR old_values."until_words" IS DISTINCT FROM (new_values."until_words")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d725b9702eb012f3ef24f0a6914442c7fef1b76f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_41509",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="directory_affiliation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_affiliationversion" ("function", "id", "kind", "may_edit", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "since_words", "until", "until_words") SELECT old_values."function", old_values."id", old_values."kind", old_values."may_edit", old_values."organisation_id", old_values."person_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."since", old_values."since_words", old_values."until", old_values."until_words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="77bd1e282f25d4e9f1b2e26060c395e23bdb6d9d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_f0fac",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="directory_affiliation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="countrygroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_countrygroupversion" ("country", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") SELECT new_values."country", new_values."description", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."slug" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="01429fe8e1088071261c1f878c1488c33f298a7c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_4b0f3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="directory_countrygroup",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="countrygroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_countrygroupversion" ("country", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") SELECT new_values."country", new_values."description", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."slug" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."country" IS DISTINCT FROM (new_values."country") OR old_values."description" IS DISTINCT FROM (new_values."description") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."slug" IS DISTINCT FROM (new_values."slug")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="eed482be2b593ecaa7e86f38151030b115e2b273",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_5e94e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="directory_countrygroup",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="countrygroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_countrygroupversion" ("country", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") SELECT old_values."country", old_values."description", old_values."id", old_values."name", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."slug" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="65d60fb16842875f0e624e2537db97ae5158d745",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_65510",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="directory_countrygroup",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupmandate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_groupmandateversion" ("group_id", "id", "period", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."group_id", new_values."id", new_values."period", new_values."person_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a22cb8b88a600c89396323fa6f5abd51e8d1aabf",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_04c6a",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="directory_groupmandate",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupmandate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_groupmandateversion" ("group_id", "id", "period", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."group_id", new_values."id", new_values."period", new_values."person_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."group_id" IS DISTINCT FROM (new_values."group_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."period" IS DISTINCT FROM (new_values."period") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."role" IS DISTINCT FROM (new_values."role")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="183a5cdefa86963f704de51d186b6b55677afe28",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_f3eae",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="directory_groupmandate",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupmandate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_groupmandateversion" ("group_id", "id", "period", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT old_values."group_id", old_values."id", old_values."period", old_values."person_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="cca2617c6875e6b593d6e07d81b4c7c2456e6bd9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_d7c2f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="directory_groupmandate",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupmembership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_groupmembershipversion" ("group_id", "id", "organisation_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."group_id", new_values."id", new_values."organisation_id", new_values."period", _pgh_attached_context.value, NOW(), \'added\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ea33fa3d7e3d708176e555d6edad1be9c8cd9210",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_d7b3c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="directory_groupmembership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupmembership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_groupmembershipversion" ("group_id", "id", "organisation_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."group_id", new_values."id", new_values."organisation_id", new_values."period", _pgh_attached_context.value, NOW(), \'changed\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."group_id" IS DISTINCT FROM (new_values."group_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."period" IS DISTINCT FROM (new_values."period")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fd534cf5a6d11ac55a7b0a8b22d273a7dc51fd26",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_18daf",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="directory_groupmembership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupmembership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_groupmembershipversion" ("group_id", "id", "organisation_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."group_id", old_values."id", old_values."organisation_id", old_values."period", _pgh_attached_context.value, NOW(), \'removed\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="9a73b0e14429867524aac3463cfe1b4b54f529ea",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_5c480",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="directory_groupmembership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_organisationversion" ("acronym", "cuf_paid_until", "id", "kind", "name", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id", "website") SELECT new_values."acronym", new_values."cuf_paid_until", new_values."id", new_values."kind", new_values."name", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."territory_id", new_values."website" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="529f3cb3ffe6f5d8b999e1ca30a536fa8571e7b7",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_fc080",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="directory_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_organisationversion" ("acronym", "cuf_paid_until", "id", "kind", "name", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id", "website") SELECT new_values."acronym", new_values."cuf_paid_until", new_values."id", new_values."kind", new_values."name", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."territory_id", new_values."website" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."acronym" IS DISTINCT FROM (new_values."acronym") OR old_values."cuf_paid_until" IS DISTINCT FROM (new_values."cuf_paid_until") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."name_zh" IS DISTINCT FROM (new_values."name_zh") OR old_values."parent_id" IS DISTINCT FROM (new_values."parent_id") OR old_values."territory_id" IS DISTINCT FROM (new_values."territory_id") OR old_values."website" IS DISTINCT FROM (new_values."website")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b2aa2d1dd3fc81e7c7fdb79f1a8cd1e903a9bab5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_6eecd",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="directory_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_organisationversion" ("acronym", "cuf_paid_until", "id", "kind", "name", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id", "website") SELECT old_values."acronym", old_values."cuf_paid_until", old_values."id", old_values."kind", old_values."name", old_values."name_zh", old_values."parent_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."territory_id", old_values."website" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c52299ec761916e9887bae9b2449b6421cba6672",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_3c8b4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="directory_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_organisationnameversion" ("id", "kind", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "valid") SELECT new_values."id", new_values."kind", new_values."language", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."text", new_values."valid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2c133ea296665346eeb8e3dc8dbf65d708cf3ab5",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_baf56",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="directory_organisationname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_organisationnameversion" ("id", "kind", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "valid") SELECT new_values."id", new_values."kind", new_values."language", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."text", new_values."valid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."text" IS DISTINCT FROM (new_values."text") OR old_values."valid" IS DISTINCT FROM (new_values."valid")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c665ecd4fcb865105682f5af83e5a2c7baefa276",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_01f47",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="directory_organisationname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_organisationnameversion" ("id", "kind", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "valid") SELECT old_values."id", old_values."kind", old_values."language", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."text", old_values."valid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5ef1b8ec95082e9f16486a9d92f378eefb817256",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_a08e0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="directory_organisationname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="person",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_personversion" ("civility", "email", "email_audience", "erased_at", "first_name", "id", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_audience") SELECT new_values."civility", new_values."email", new_values."email_audience", new_values."erased_at", new_values."first_name", new_values."id", new_values."last_name", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."phone", new_values."phone_audience" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ea78c67cf64189760a7f48a44e242e20b94dfb12",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_13bf2",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="directory_person",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="person",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_personversion" ("civility", "email", "email_audience", "erased_at", "first_name", "id", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_audience") SELECT new_values."civility", new_values."email", new_values."email_audience", new_values."erased_at", new_values."first_name", new_values."id", new_values."last_name", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."phone", new_values."phone_audience" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."civility" IS DISTINCT FROM (new_values."civility") OR old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."email_audience" IS DISTINCT FROM (new_values."email_audience") OR old_values."erased_at" IS DISTINCT FROM (new_values."erased_at") OR old_values."first_name" IS DISTINCT FROM (new_values."first_name") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."last_name" IS DISTINCT FROM (new_values."last_name") OR old_values."phone" IS DISTINCT FROM (new_values."phone") OR old_values."phone_audience" IS DISTINCT FROM (new_values."phone_audience")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f27c5770ecd13f82328f724d012483d4651ad889",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_e3b12",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="directory_person",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="person",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_personversion" ("civility", "email", "email_audience", "erased_at", "first_name", "id", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_audience") SELECT old_values."civility", old_values."email", old_values."email_audience", old_values."erased_at", old_values."first_name", old_values."id", old_values."last_name", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."phone", old_values."phone_audience" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c73825f3f49e528090414007fb699e5ae0895922",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_9b253",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="directory_person",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="territory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_territoryversion" ("country", "dataset", "id", "intercommunality_id", "kind", "latitude", "level", "longitude", "name", "name_latin", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "successor_id", "valid") SELECT new_values."country", new_values."dataset", new_values."id", new_values."intercommunality_id", new_values."kind", new_values."latitude", new_values."level", new_values."longitude", new_values."name", new_values."name_latin", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."population", new_values."successor_id", new_values."valid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."country" IS DISTINCT FROM (new_values."country") OR old_values."dataset" IS DISTINCT FROM (new_values."dataset") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."intercommunality_id" IS DISTINCT FROM (new_values."intercommunality_id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."latitude" IS DISTINCT FROM (new_values."latitude") OR old_values."level" IS DISTINCT FROM (new_values."level") OR old_values."longitude" IS DISTINCT FROM (new_values."longitude") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."name_latin" IS DISTINCT FROM (new_values."name_latin") OR old_values."name_zh" IS DISTINCT FROM (new_values."name_zh") OR old_values."parent_id" IS DISTINCT FROM (new_values."parent_id") OR old_values."population" IS DISTINCT FROM (new_values."population") OR old_values."successor_id" IS DISTINCT FROM (new_values."successor_id") OR old_values."valid" IS DISTINCT FROM (new_values."valid")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="00c40680e9d9e780520ca385abe38c7e57f670c9",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_a10cc",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="directory_territory",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="territory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_territoryversion" ("country", "dataset", "id", "intercommunality_id", "kind", "latitude", "level", "longitude", "name", "name_latin", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "successor_id", "valid") SELECT old_values."country", old_values."dataset", old_values."id", old_values."intercommunality_id", old_values."kind", old_values."latitude", old_values."level", old_values."longitude", old_values."name", old_values."name_latin", old_values."name_zh", old_values."parent_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."population", old_values."successor_id", old_values."valid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b46d8b7c58b69f8cdb37c1a971398156991c658c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_b289a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="directory_territory",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="territorycode",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_territorycodeversion" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "system", "territory_id", "valid") SELECT new_values."code", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."system", new_values."territory_id", new_values."valid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="aced4f793534b24c5bd0153a0f41f119d1c86329",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_bd2c0",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="directory_territorycode",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="territorycode",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_territorycodeversion" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "system", "territory_id", "valid") SELECT old_values."code", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."system", old_values."territory_id", old_values."valid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b835c6b688cbc5218d936c6e59c601ff37b6e77b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_8a6fc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="directory_territorycode",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="territoryname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_territorynameversion" ("dataset", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id", "text", "valid") SELECT new_values."dataset", new_values."id", new_values."kind", new_values."language", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."territory_id", new_values."text", new_values."valid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."dataset" IS DISTINCT FROM (new_values."dataset") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."territory_id" IS DISTINCT FROM (new_values."territory_id") OR old_values."text" IS DISTINCT FROM (new_values."text") OR old_values."valid" IS DISTINCT FROM (new_values."valid")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3213f493a77c0ab26b35c1a5ee05375ee66c75ea",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_28361",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="directory_territoryname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="territoryname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_territorynameversion" ("dataset", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id", "text", "valid") SELECT old_values."dataset", old_values."id", old_values."kind", old_values."language", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."territory_id", old_values."text", old_values."valid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="fbfa703ea61072c55842fafd8b7cc02efec80e40",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_a2980",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="directory_territoryname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="theme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_themeversion" ("id", "name", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sdgs", "slug", "source", "synonyms") SELECT new_values."id", new_values."name", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."sdgs", new_values."slug", new_values."source", new_values."synonyms" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5c73b7e1cf679757d571ac2c2f42b1c4e325d4f1",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_37175",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="directory_theme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="theme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_themeversion" ("id", "name", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sdgs", "slug", "source", "synonyms") SELECT new_values."id", new_values."name", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."sdgs", new_values."slug", new_values."source", new_values."synonyms" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."name_en" IS DISTINCT FROM (new_values."name_en") OR old_values."name_zh" IS DISTINCT FROM (new_values."name_zh") OR old_values."parent_id" IS DISTINCT FROM (new_values."parent_id") OR old_values."sdgs" IS DISTINCT FROM (new_values."sdgs") OR old_values."slug" IS DISTINCT FROM (new_values."slug") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."synonyms" IS DISTINCT FROM (new_values."synonyms")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8fb8208283917ed2502989c6cd1c3efa31c8e291",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_177a4",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="directory_theme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="theme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_themeversion" ("id", "name", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sdgs", "slug", "source", "synonyms") SELECT old_values."id", old_values."name", old_values."name_en", old_values."name_zh", old_values."parent_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."sdgs", old_values."slug", old_values."source", old_values."synonyms" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="decebd11852d29ea76b8087fd48c62067efa8a78",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_82491",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="directory_theme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="countrygrouppartnerslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_countrygrouppartnersversion" ("countrygroup_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label") SELECT new_values."countrygroup_id", new_values."id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'added\' FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="74cde9738c35ed15fdeeeca136d77775515d73fc",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_eaf2b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="directory_countrygroup_partners",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="countrygrouppartnerslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_countrygrouppartnersversion" ("countrygroup_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label") SELECT new_values."countrygroup_id", new_values."id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'changed\' FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0b40647b8b5c9f7dd82055d94dcbaa04b350d2ec",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_d05dd",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="directory_countrygroup_partners",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="countrygrouppartnerslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_countrygrouppartnersversion" ("countrygroup_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label") SELECT old_values."countrygroup_id", old_values."id", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'removed\' FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ee3ff477797f6cb1612aa9e819fc641a866e1749",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_cf2a0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="directory_countrygroup_partners",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
