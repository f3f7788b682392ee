from collections import defaultdict

from directory.models import Theme

INDENT = "\u2003"


class ThemeTree:
    """The themes, read once, in the order of a table of contents; a theme stands for all that lie under it."""

    def __init__(self):
        self.children = defaultdict(list)
        for theme in Theme.objects.all():
            self.children[theme.parent_id].append(theme)
        self.lines = list(self.walk(None, 0))
        self.labels = {theme.slug: str(theme) for theme, _depth in self.lines}

    def walk(self, parent, depth):
        for theme in self.children[parent]:
            yield theme, depth
            yield from self.walk(theme.pk, depth + 1)

    def subtree(self, slug):
        """Ids of the theme of this slug and of all under it."""
        top = next(theme for theme, _depth in self.lines if theme.slug == slug)
        return {top.pk, *(theme.pk for theme, _depth in self.walk(top.pk, 0))}

    def choices_of(self, counts, asked=None):
        """Choices (slug, indented name with a count) from `counts`, by the id of the theme as a text."""
        counted = [(theme, depth, counts.get(str(theme.pk), 0)) for theme, depth in self.lines]
        return [
            (theme.slug, f"{INDENT * depth}{theme} ({count})")
            for theme, depth, count in counted
            if count or theme.slug == asked
        ]

    def indented_choices(self):
        return [(theme.pk, f"{INDENT * depth}{theme}") for theme, depth in self.lines]

    def counted_choices(self, pairs, asked=None):
        """Choices (slug, indented name with a count) from `pairs` of (record, theme) ids; a record counts once a theme."""
        return [
            (theme.slug, f"{INDENT * depth}{theme} ({len(records)})")
            for theme, depth, records in self.carried(pairs)
            if records or theme.slug == asked
        ]

    def carried(self, pairs):
        """Each theme with its depth and the records, of `pairs` of (record, theme) ids, that carry it or one under it."""
        carrying = defaultdict(set)
        for record, theme in pairs:
            carrying[theme].add(record)
        return [(theme, depth, self.records_under(theme, carrying)) for theme, depth in self.lines]

    def records_under(self, theme, carrying):
        return set().union(*(carrying.get(pk, ()) for pk in self.subtree(theme.slug)))
