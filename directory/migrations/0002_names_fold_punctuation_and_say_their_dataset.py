import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

import core.search

DATASETS = [
    ("france", "INSEE et DGCL, code officiel géographique"),
    ("former_regions", "INSEE, régions d’avant 2016"),
    ("china", "GB/T 2260"),
]
NAME_KINDS = [
    ("official", "nom officiel"),
    ("exonym", "exonyme"),
    ("short", "nom court"),
    ("authority", "nom de la collectivité"),
    ("former", "ancien nom"),
    ("alias", "autre graphie"),
]
TRIGRAMS = {"territoryname": "directory_territoryname_trgm", "organisationname": "directory_orgname_trgm"}


def name_kinds(model):
    return migrations.AlterField(
        model_name=model,
        name="kind",
        field=models.CharField(choices=NAME_KINDS, default="alias", max_length=10, verbose_name="sorte"),
    )


# A generated column cannot be altered: it is made again, with its indexes.
def folding(model):
    trigrams = TRIGRAMS[model]
    return [
        migrations.RemoveIndex(model_name=model, name=trigrams),
        migrations.RemoveField(model_name=model, name="folded"),
        migrations.AddField(
            model_name=model,
            name="folded",
            field=models.GeneratedField(
                db_persist=True,
                expression=core.search.Folded("text"),
                output_field=models.TextField(),
                verbose_name="forme de recherche",
            ),
        ),
        migrations.AddIndex(
            model_name=model,
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass("folded", name="gin_trgm_ops"), name=trigrams
            ),
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_directory")]

    operations = [
        migrations.AddField(
            model_name="territory",
            name="dataset",
            field=models.CharField(
                blank=True,
                choices=DATASETS,
                db_default="",
                help_text="Vide pour un territoire ajouté à la main ; le chargement ne touche qu’aux siens.",
                max_length=20,
                verbose_name="jeu de données",
            ),
        ),
        migrations.AddField(
            model_name="territory",
            name="intercommunality",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="members",
                to="directory.territory",
                verbose_name="intercommunalité",
            ),
        ),
        migrations.AddField(
            model_name="territoryname",
            name="dataset",
            field=models.CharField(
                blank=True, choices=DATASETS, db_default="", max_length=20, verbose_name="jeu de données"
            ),
        ),
        name_kinds("territoryname"),
        name_kinds("organisationname"),
        migrations.RemoveIndex(model_name="territoryname", name="directory_territoryname_folded"),
        *folding("territoryname"),
        migrations.AddIndex(
            model_name="territoryname",
            index=models.Index(fields=["folded"], name="directory_territoryname_folded"),
        ),
        *folding("organisationname"),
    ]
