"""The rules of the house that no tool checks: what is public, what templates hold, how things are named."""

import ast
import re
from collections import Counter
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.apps import apps
from django.template.utils import get_app_template_dirs
from django.urls import get_resolver
from django.utils.translation import override

from scripts.translations import LOCALES, files, read
from tests.access_world import public_names

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
APPS = ("core", "directory", "accounts", "partnerships", "events", "delegations", "meetings", "cufportal")
PATHS = {app: sorted((ROOT / app).rglob("*.py")) for app in APPS}
FOUND_BY_NAME = {"400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html"}  # Django asks for them
# A script or a style that carries the nonce of the policy is told apart by it: the editor asks for one.
INLINE = re.compile(
    r"""\s(?:style|on[a-z]+|hx-on[:\w-]*)\s*=\s*["']|<style(?![^>]*\snonce=)|<script(?![^>]*\s(?:src|nonce)=)|javascript:""",
    re.IGNORECASE,
)
MADE_NAME = re.compile(r'f"([\w/]+/)\{[\w.]+\}(\.(?:html|txt))"')  # f"meetings/rows/{self.related}.html"
PRIVATE = {"views", "forms", "filters", "urls"}


def patterns():
    """Yield (namespace:name, view) of every address of ours."""
    for included in get_resolver().url_patterns:
        if getattr(included, "namespace", None) in APPS:
            for pattern in included.url_patterns:
                yield f"{included.namespace}:{pattern.name}", pattern.callback


def templates():
    return sorted(path for path in TEMPLATES.rglob("*") if path.is_file())


def our_models():
    return [model for app in APPS for model in apps.get_app_config(app).get_models()]


def modules_imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_a_visitor_may_open_these_pages_and_no_other():
    public = {name for name, view in patterns() if not getattr(view, "login_required", True)}

    assert public == public_names()


def test_no_two_addresses_share_a_name():
    counted = Counter(name for name, _view in patterns())

    assert [name for name, count in counted.items() if count > 1] == []


def test_every_model_that_has_a_page_says_to_whom_it_is_visible():
    paged = [model for model in our_models() if hasattr(model, "get_absolute_url")]

    assert [model.__name__ for model in paged if not hasattr(model.objects.all(), "visible_to")] == []


def test_models_and_fields_are_named_in_lower_case():
    with override("fr"):
        names = {
            f"{model.__name__}.{field.name}": str(field.verbose_name)
            for model in our_models()
            for field in model._meta.fields + model._meta.many_to_many
        }
        names |= {model.__name__: str(model._meta.verbose_name) for model in our_models()}
        names |= {f"{model.__name__}s": str(model._meta.verbose_name_plural) for model in our_models()}

    assert {path: name for path, name in names.items() if name != "ID" and not name[0].islower()} == {}


def test_models_say_their_plural_which_would_else_be_an_s_in_every_language():
    assert [model for model in our_models() if "verbose_name_plural" not in model._meta.original_attrs] == []


def test_no_template_is_unused():
    sources = [path for app in APPS for path in PATHS[app]] + templates()
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    overridden = {
        str(path.relative_to(folder)) for folder in get_app_template_dirs("templates") for path in folder.rglob("*.*")
    }
    names = {str(path.relative_to(TEMPLATES)) for path in templates()}

    made = [re.compile(rf"{start}\w+{re.escape(end)}") for start, end in MADE_NAME.findall(text)]

    unused = {name for name in names - FOUND_BY_NAME - overridden if name not in text}
    assert {name for name in unused if not any(shape.fullmatch(name) for shape in made)} == set()


@pytest.mark.parametrize("path", templates(), ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_no_template_holds_a_script_a_style_or_a_handler(path):
    assert INLINE.findall(path.read_text(encoding="utf-8")) == []


def test_the_http_modules_of_an_app_are_private_to_it():
    crossings = {
        (app, module)
        for app in APPS
        for path in PATHS[app]
        for module in modules_imported(path)
        for other, _, inside in [module.partition(".")]
        if other in APPS and other not in {app, "core"} and inside.split(".")[0] in PRIVATE
    }

    assert crossings == set()


def test_no_module_is_a_drawer_for_the_rest():
    names = {path.stem for app in APPS for path in PATHS[app]}

    assert names & {"utils", "helpers", "misc", "common", "tools", "signals"} == set()


def test_files_and_functions_are_read_at_a_glance():
    long = {}
    for path in (path for app in APPS for path in PATHS[app] if "migrations" not in path.parts):
        text = path.read_text(encoding="utf-8")
        where = path.relative_to(ROOT)
        if len(text.splitlines()) > 400:
            long[str(where)] = len(text.splitlines())
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 60:
                long[f"{where}:{node.name}"] = node.end_lineno - node.lineno + 1

    assert long == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_compiled_catalogue_says_what_the_written_one_says(locale):
    _written, compiled = files(locale)
    with compiled.open("rb") as stream:
        catalogue = GNUTranslations(stream)
    written = [message for message in read(locale) if message.id and message.string and all(message.string)]

    assert [message.id for message in written if not says(catalogue, message)] == []


def says(catalogue, message):
    if message.pluralizable:
        return {catalogue.ngettext(*message.id, count) for count in (1, 2)} == set(message.string)
    said = catalogue.pgettext(message.context, message.id) if message.context else catalogue.gettext(message.id)
    return said == message.string
