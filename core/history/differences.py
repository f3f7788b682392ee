"""What differs between two texts, word by word; hanzi one by one, since nothing stands between them."""

import re
from difflib import SequenceMatcher

WORDS = re.compile(r"[\u3400-\u9fff]|\w+|\s+|[^\w\s]")
SAME, GONE, NEW = "same", "gone", "new"
TOO_MANY = 4_000_000  # comparisons; past it the whole passage is said to be replaced
LONGEST_SAME = 160
KEPT = 60


def differences(before: str, after: str) -> list[tuple[str, str]]:
    """The passages as (« same », « gone » or « new », text), in order; long passages that stay are cut in the middle."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    start = common(old, new)
    end = common(old[start:][::-1], new[start:][::-1])
    middle = compared(old[start : len(old) - end], new[start : len(new) - end])
    passages = [(SAME, "".join(old[:start])), *middle, (SAME, "".join(old[len(old) - end :]))]
    return [(kind, shortened(text) if kind == SAME else text) for kind, text in passages if text]


def common(old, new):
    return next(
        (n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )


def compared(old, new):
    if len(old) * len(new) > TOO_MANY:
        return [(GONE, "".join(old)), (NEW, "".join(new))]
    passages, gone, new_words = [], "", ""
    for act, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, is_now = "".join(old[first:last]), "".join(new[new_first:new_last])
        if act == "equal" and was.strip():
            passages += [(GONE, gone), (NEW, new_words), (SAME, was)]
            gone = new_words = ""
        else:  # a space alone does not part two changes: a phrase reads better than its words one by one
            gone, new_words = gone + was, new_words + is_now
    return [*passages, (GONE, gone), (NEW, new_words)]


def shortened(text):
    return text if len(text) <= LONGEST_SAME else f"{text[:KEPT]} […] {text[-KEPT:]}"
