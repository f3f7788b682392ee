from django.apps import apps
from django.conf import settings

from core.models import TimestampedModel

DICTIONARY = settings.BASE_DIR / "docs" / "data.md"
EVERYWHERE = {"id", "sort_key", "folded", *(field.name for field in TimestampedModel._meta.fields)}  # said once for all


def sections():
    """What the dictionary says under each heading, by the models that the heading names."""
    for section in DICTIONARY.read_text(encoding="utf-8").split("\n### ")[1:]:
        heading, _line, text = section.partition("\n")
        yield heading, text


def test_the_dictionary_says_every_field_of_the_directory_and_of_partnerships():
    whole = DICTIONARY.read_text(encoding="utf-8")
    models = [
        model
        for app in ("directory", "partnerships")
        for model in apps.get_app_config(app).get_models()
        if not (model._meta.proxy or model.__name__.endswith("Version"))
    ]

    told = {
        model: "".join(text for heading, text in sections() if f"`{model.__name__}`" in heading) for model in models
    }
    missing = {
        f"{model.__name__}.{field.name}"
        for model in models
        for field in [*model._meta.fields, *model._meta.many_to_many]
        if f"`{field.name}`" not in told[model] and field.name not in EVERYWHERE
    }

    # What people decide about their contacts is told with the rights that they have over them
    assert {name for name in missing if f"`{name.partition('.')[2]}`" not in whole} == set()
    assert {name.partition(".")[0] for name in missing} <= {"Person"}
    assert len(models) > 10
