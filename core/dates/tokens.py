"""From what people type to a list of (kind, value): the same few kinds whatever the language."""

import re
import unicodedata

from core.dates.months import CHINESE_WEEKDAY_NUMBERS, MONTH_NUMBERS, WEEKDAY_NUMBERS

CHINESE_DIGITS = "〇一二三四五六七八九"
ORDINALS = {
    "premier": 1, "premiere": 1, "first": 1,
    "deuxieme": 2, "second": 2, "seconde": 2,
    "troisieme": 3, "third": 3,
    "quatrieme": 4, "fourth": 4,
}  # fmt: skip
PARTS = {
    "debut": 0, "early": 0, "beginning": 0, "start": 0, "上旬": 0, "初": 0,
    "mi": 1, "milieu": 1, "mid": 1, "middle": 1, "中旬": 1, "中": 1,
    "fin": 2, "late": 2, "end": 2, "下旬": 2, "底": 2, "末": 2,
}  # fmt: skip
SEASONS = {
    "printemps": 3, "spring": 3, "春季": 3, "春天": 3, "春": 3,
    "ete": 6, "summer": 6, "夏季": 6, "夏天": 6, "夏": 6,
    "automne": 9, "autumn": 9, "fall": 9, "秋季": 9, "秋天": 9, "秋": 9,
    "hiver": 12, "winter": 12, "冬季": 12, "冬天": 12, "冬": 12,
}  # fmt: skip


def words(names):
    """A pattern that takes whole Latin words, or Chinese characters anywhere, longest first."""
    latin = sorted((name for name in names if name.isascii()), key=len, reverse=True)
    chinese = sorted((name for name in names if not name.isascii()), key=len, reverse=True)
    return "|".join([rf"(?<![a-z])(?:{'|'.join(latin)})(?![a-z])", *chinese])


WEEKDAY = re.compile(
    rf"(?<![a-z])(?P<name>{'|'.join(WEEKDAY_NUMBERS)})(?![a-z])\.?,?|\(?(?:星期|周|礼拜)(?P<character>[一二三四五六日天])\)?"
)
TOKEN = re.compile(
    rf"""
    (?P<ymd>\d{{4}}([-/.])\d{{1,2}}\2\d{{1,2}}(?!\d))
    |(?P<dmy>\d{{1,2}}([-/.])\d{{1,2}}\4\d{{4}}(?!\d))
    |(?P<my>\d{{1,2}}[-/.]\d{{4}}(?!\d))
    |(?P<ym>\d{{4}}[-/.]\d{{1,2}}(?![\d年月]|\ (?:{words(MONTH_NUMBERS)})))
    |(?P<dm>\d{{1,2}}/\d{{1,2}}(?=\ ?(?:-|au|a|et|&|to|and)\ ?\d))
    |(?P<century_decade>\d{{2}}世纪\d0年代)
    |(?P<year_decade>\d{{4}}(?:s(?![a-z])|年代))
    |(?P<quarter>[1-4]\ ?(?:e|er|eme|nd|st|rd|th)?\ (?:trimestre|quarter)|(?<![a-z])[tq][1-4]|第?[1-4]季度)
    |(?P<semester>[12]\ ?(?:e|er|eme|nd)?\ semestre|(?<![a-z])[sh][12]|上半年|下半年)
    |(?P<fortnight>[12]\ ?(?:e|re|ere|de|nde|eme)?\ quinzaine|上半月|下半月)
    |(?P<half>[12](?:st|nd)?\ half)
    |(?P<part>{words(PARTS)})-?
    |(?P<season>{words(SEASONS)})
    |(?P<decade>(?<![a-z])annees(?![a-z]))
    |(?P<circa>{words(["vers", "environ", "circa", "ca", "c", "around", "about", "approximately", "大约", "约", "前后", "左右"])}|~)\.?
    |(?P<year>(?<!\d)\d{{4}}(?!\d))年?
    |(?P<month_number>(?<!\d)\d{{1,2}})(?:月|(?=\ ?[-至到]\ ?\d{{1,2}}月))
    |(?P<month>{words(MONTH_NUMBERS)})\.?
    |(?P<day>(?<!\d)\d{{1,2}}(?!\d))(?:[日号]|\ ?(?:er|st|nd|rd|th)(?![a-z]))?
    |(?P<to>-|/|{words(["au", "aux", "a", "to", "until", "through", "至", "到"])})
    |(?P<and>&|(?<=\d),(?=\ ?\d{{1,2}}(?!\d))|{words(["et", "and", "和", "与"])})
    |(?P<noise>[\ ,()]|(?<![a-z])[ld]'|{words(["le", "les", "la", "du", "de", "des", "from", "between", "entre", "the", "of", "on", "in", "dans", "en", "mois", "annee", "an", "year"])})
    """,
    re.VERBOSE,
)


def fold(text):
    """Lower case, without accents, with plain digits, dashes, apostrophes and spaces; Chinese numerals in digits."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    text = "".join(character for character in text if not unicodedata.combining(character))
    text = re.sub(r"\s*[‐‑‒–—―−─~]\s*" if "年" in text else r"\s*[‐‑‒–—―−─]\s*", "-", text)
    text = re.sub(r"[’‘ʼ`´]", "'", text)
    text = re.sub(r"\s*([一-鿿])\s*", r"\1", text)
    return re.sub(r"\s+", " ", text).strip(" .,;:")


def chinese_number(match):
    text = match[0].replace("零", "〇")
    if "十" in text:
        tens, _, units = text.partition("十")
        return str(10 * (CHINESE_DIGITS.index(tens) if tens else 1) + (CHINESE_DIGITS.index(units) if units else 0))
    return "".join(str(CHINESE_DIGITS.index(character)) for character in text)


def without_weekdays(folded):
    """The folded text, and the numbers (0 = Monday) of the weekdays it named, in order."""
    named = [
        WEEKDAY_NUMBERS[match["name"]] if match["name"] else CHINESE_WEEKDAY_NUMBERS[match["character"]]
        for match in WEEKDAY.finditer(folded)
    ]
    return re.sub(r"\s+", " ", WEEKDAY.sub(" ", folded)).strip(), named


def numbers(text):
    return [int(number) for number in re.findall(r"\d+", text)]


def token_values(kind, text):
    match kind:
        case "ymd":
            return list(zip(["year", "month", "day"], numbers(text), strict=True))
        case "dmy":
            return list(zip(["day", "month", "year"], numbers(text), strict=True))
        case "my":
            return list(zip(["month", "year"], numbers(text), strict=True))
        case "ym":
            year, month = numbers(text)
            return [("year", year), ("slash_month" if "/" in text else "month", month)]
        case "dm":
            return list(zip(["day", "month"], numbers(text), strict=True))
        case "century_decade":
            century, decade = numbers(text)
            return [("year", (century - 1) * 100 + decade), ("decade", True)]
        case "year_decade":
            return [("year", numbers(text)[0]), ("decade", True)]
        case "semester" | "fortnight" if not numbers(text):
            return [(kind, 1 if text[0] == "上" else 2)]
        case "part":
            return [(kind, PARTS[text.removesuffix("-")])]
        case "season":
            return [(kind, SEASONS[text])]
        case "month":
            return [(kind, MONTH_NUMBERS[text.removesuffix(".")])]
        case "decade" | "circa" | "to" | "and":
            return [(kind, text)]
        case "noise":
            return []
    return [("month" if kind == "month_number" else kind, numbers(text)[0])]


def tokenize(folded):
    """List of (kind, value), or None when something in the text is no part of a date."""
    text = re.sub("[〇零一二三四五六七八九十]+", chinese_number, folded)
    text = re.sub(words(ORDINALS), lambda match: str(ORDINALS[match[0]]), text)
    tokens, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            return None
        tokens += token_values(match.lastgroup, match[match.lastgroup])
        at = match.end()
    # « au printemps », « à l’automne »: not the end of an interval.
    return tokens[1:] if tokens[:1] in ([("to", "a")], [("to", "au")]) else tokens
