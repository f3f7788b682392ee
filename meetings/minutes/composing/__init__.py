from meetings.minutes.composing.document import compose

__all__ = ["compose"]
