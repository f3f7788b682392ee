from dataclasses import dataclass, field

CERTAIN = 0.9


@dataclass(frozen=True)
class Doubt:
    code: str
    message: str


@dataclass(frozen=True)
class Proposal:
    """One thing the document says, as a person will review it.

    `fields` holds what is written (strings, lists of strings, lists of dicts; dates are ISO, absent is "" or []);
    `match` what the gazetteer or the records call it, or None; `page` and `line` are 1-based, of the original.
    """

    kind: str
    fields: dict
    page: int
    line: int
    excerpt: str
    match: dict | None = None
    confidence: float = 1.0
    doubts: tuple[Doubt, ...] = field(default=())

    @property
    def is_certain(self):
        return self.confidence >= CERTAIN and not self.doubts

    def as_json(self):
        return {
            "kind": self.kind,
            "fields": self.fields,
            "match": self.match,
            "confidence": self.confidence,
            "doubts": [{"code": doubt.code, "message": str(doubt.message)} for doubt in self.doubts],
            "page": self.page,
            "line": self.line,
            "excerpt": self.excerpt,
        }
