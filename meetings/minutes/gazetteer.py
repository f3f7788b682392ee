from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher

from meetings.minutes.folding import fold, folded_words

FRANCE = "FR"
# Words that say what a grouping of communes is, not which one: « Métropole de Bordeaux » is « Bordeaux Métropole ».
GROUPING_WORDS = frozenset(
    folded_words(
        "metropole eurometropole communaute urbaine agglomeration agglo communes europeenne d de du des la le les l"
    )
)
NEAR_ENOUGH = 0.8


@dataclass(frozen=True, slots=True)
class Entry:
    """A territory as the directory knows it; `names` begins with the usual one, `parent` is the key of its parent."""

    key: str
    country: str
    level: str
    names: tuple[str, ...]
    code_system: str
    code: str
    parent: str = ""
    population: int = 0
    kind: str = ""

    @property
    def name(self):
        return self.names[0]

    @property
    def is_foreign(self):
        return self.country != FRANCE


def grouping_core(name):
    return " ".join(word for word in folded_words(name) if word not in GROUPING_WORDS)


def bigrams(folded):
    return {folded[at : at + 2] for at in range(len(folded) - 1)}


class Gazetteer:
    """Territories in memory, found by name. Built once (about half a second for 21,000), then read only.

    Entries of France have `code_system` insee_region, insee_departement, insee_commune or siren; Chinese ones gb2260,
    six digits, whose zeros tell the level. Any other country may be added with its own code system.
    """

    def __init__(self, entries=()):
        self._by_key = {}
        self._index = defaultdict(list)
        self._groupings = defaultdict(list)
        self._near = {}
        self.longest_name = 1
        for entry in entries:
            self._add(entry)
        self.countries = frozenset(entry.country for entry in self._by_key.values())

    def _add(self, entry):
        self._by_key[entry.key] = entry
        for rank, name in enumerate(entry.names):
            words = folded_words(name)
            if not words:
                continue
            self.longest_name = max(self.longest_name, len(words))
            self._index[" ".join(words)].append((rank, entry))
            # The metropolis of Lyon is a department too, and has the code of one.
            is_grouping = entry.code_system == "siren" or entry.level == "metropole"
            if is_grouping and (core := grouping_core(name)):
                self._groupings[core.split()[0]].append((core, entry))

    def __len__(self):
        return len(self._by_key)

    def get(self, key):
        return self._by_key.get(key)

    def named(self, name, *, countries=None):
        """Every entry that bears this name, accents and hyphens aside; those whose usual name it is come first."""
        found = [(rank > 0, entry) for rank, entry in self._index.get(fold(name), ()) if _allowed(entry, countries)]
        return list(dict.fromkeys(entry for _, entry in sorted(found, key=lambda pair: pair[0])))

    def groupings(self, name):
        """Groupings of communes by what remains of their name without its type; else those whose name begins so."""
        core = grouping_core(name)
        if not core:
            return []
        return self._groupings_of(core) or self._groupings_of(core.removeprefix("grand "))

    def _groupings_of(self, core):
        candidates = self._groupings.get(core.split()[0], ())
        exact = [entry for known, entry in candidates if known == core]
        return list(dict.fromkeys(exact or [entry for known, entry in candidates if known.startswith(core + " ")]))

    def beginning(self, name, *, countries=None):
        """Entries whose name goes on after this one: « Évry » begins « Évry-Courcouronnes »."""
        wanted = fold(name) + " "
        return list(
            dict.fromkeys(
                entry
                for known, found in self._index.items()
                if known.startswith(wanted)
                for _, entry in found
                if _allowed(entry, countries)
            )
        )

    def near(self, name, *, countries=None):
        """Entries whose name is close to this one, the closest first, as (ratio, entry)."""
        wanted = fold(name)
        if len(wanted) < 4:
            return []
        pairs, found = bigrams(wanted), {}
        for known, known_pairs in self._near_names(countries):
            if abs(len(known) - len(wanted)) > 2 or 2 * len(pairs & known_pairs) < len(pairs):
                continue
            ratio = SequenceMatcher(None, wanted, known, autojunk=False).ratio()
            if ratio >= NEAR_ENOUGH:
                for entry in self.named(known, countries=countries):
                    found[entry.key] = max(ratio, found.get(entry.key, 0))
        return sorted(((ratio, self._by_key[key]) for key, ratio in found.items()), key=lambda pair: -pair[0])

    def _near_names(self, countries):
        if countries not in self._near:
            names = (
                name for name, found in self._index.items() if any(_allowed(entry, countries) for _, entry in found)
            )
            self._near[countries] = [(name, bigrams(name)) for name in names]
        return self._near[countries]

    def ancestors(self, entry):
        seen = {entry.key}
        while (entry := self._by_key.get(entry.parent)) and entry.key not in seen:
            seen.add(entry.key)
            yield entry

    def prefix(self, words, *, countries=None):
        """How many of the first words of this folded list make the longest known name; 0 when none does."""
        for count in range(min(len(words), self.longest_name), 0, -1):
            found = self._index.get(" ".join(words[:count]), ())
            if any(_allowed(entry, countries) for _, entry in found):
                return count
        return 0


def _allowed(entry, countries):
    return countries is None or entry.country in countries
