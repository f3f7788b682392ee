"""How each language writes days, months, years and the parts of a year."""

from core.dates.months import ENGLISH_MONTHS, FRENCH_MONTHS

CHINESE_ORDINALS = "一二三四"
ENGLISH_ORDINALS = ["first", "second", "third", "fourth"]


class French:
    months = FRENCH_MONTHS
    seasons = {3: "printemps", 6: "été", 9: "automne", 12: "hiver"}

    def day_number(self, day):
        return "1er" if day.day == 1 else str(day.day)

    def of(self, month):
        return f"d’{month}" if month[0] in "ao" else f"de {month}"

    def month_name(self, day):
        return self.months[day.month - 1]

    def day(self, day):
        return f"{self.day_number(day)} {self.month_name(day)} {day.year}"

    def month(self, day):
        return f"{self.month_name(day)} {day.year}"

    def year(self, day):
        return str(day.year)

    def days(self, first, last):
        if first.year != last.year:
            return f"du {self.day(first)} au {self.day(last)}"
        if first.month != last.month:
            return f"du {self.day_number(first)} {self.month_name(first)} au {self.day(last)}"
        if last.day == first.day + 1:
            return f"{self.day_number(first)} et {self.day(last)}"
        return f"du {self.day_number(first)} au {self.day(last)}"

    def month_span(self, first, last):
        start = self.month_name(first) if first.year == last.year else self.month(first)
        return f"{self.of(start)} à {self.month(last)}"

    def year_span(self, first, last):
        return f"{first.year}–{last.year}"

    def circa(self, text):
        return f"vers {text}"

    def month_part(self, day, part):
        return ["début ", "mi-", "fin "][part] + self.month(day)

    def year_part(self, day, part):
        return ["début ", "mi-", "fin "][part] + str(day.year)

    def fortnight(self, day, rank):
        return f"{'1re' if rank == 1 else '2de'} quinzaine {self.of(self.month(day))}"

    def season(self, first, last):
        return f"{self.seasons[first.month]} {self.year_span(first, last) if first.year != last.year else first.year}"

    def quarter(self, day, rank):
        return f"{'1er' if rank == 1 else f'{rank}e'} trimestre {day.year}"

    def semester(self, day, rank):
        return f"{'1er' if rank == 1 else f'{rank}e'} semestre {day.year}"

    def decade(self, day):
        return f"années {day.year}"


class English(French):
    months = ENGLISH_MONTHS
    seasons = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}

    def day_number(self, day):
        return str(day.day)

    def days(self, first, last):
        if first.year != last.year:
            return f"{self.day(first)} – {self.day(last)}"
        if first.month != last.month:
            return f"{first.day} {self.month_name(first)} – {self.day(last)}"
        return f"{first.day}–{self.day(last)}"

    def month_span(self, first, last):
        if first.year != last.year:
            return f"{self.month(first)} – {self.month(last)}"
        return f"{self.month_name(first)}–{self.month(last)}"

    def circa(self, text):
        return f"around {text}"

    def month_part(self, day, part):
        return ["early ", "mid-", "late "][part] + self.month(day)

    def year_part(self, day, part):
        return ["early ", "mid-", "late "][part] + str(day.year)

    def fortnight(self, day, rank):
        return f"{ENGLISH_ORDINALS[rank - 1]} half of {self.month(day)}"

    def quarter(self, day, rank):
        return f"{ENGLISH_ORDINALS[rank - 1]} quarter of {day.year}"

    def semester(self, day, rank):
        return f"{ENGLISH_ORDINALS[rank - 1]} half of {day.year}"

    def decade(self, day):
        return f"{day.year}s"


class Chinese(French):
    seasons = {3: "春季", 6: "夏季", 9: "秋季", 12: "冬季"}

    def day(self, day):
        return f"{day.year}年{day.month}月{day.day}日"

    def month(self, day):
        return f"{day.year}年{day.month}月"

    def year(self, day):
        return f"{day.year}年"

    def days(self, first, last):
        if first.year != last.year:
            return f"{self.day(first)}至{self.day(last)}"
        if first.month != last.month:
            return f"{self.day(first)}至{last.month}月{last.day}日"
        return f"{self.day(first)}至{last.day}日"

    def month_span(self, first, last):
        return f"{self.month(first)}至{self.month(last) if first.year != last.year else f'{last.month}月'}"

    def year_span(self, first, last):
        return f"{first.year}年至{last.year}年"

    def circa(self, text):
        return f"约{text}"

    def month_part(self, day, part):
        return self.month(day) + ["上旬", "中旬", "下旬"][part]

    def year_part(self, day, part):
        return self.year(day) + ["初", "中", "底"][part]

    def fortnight(self, day, rank):
        return self.month(day) + ["上半月", "下半月"][rank - 1]

    def season(self, first, last):
        return (
            f"{self.year_span(first, last) if first.year != last.year else self.year(first)}{self.seasons[first.month]}"
        )

    def quarter(self, day, rank):
        return f"{day.year}年第{CHINESE_ORDINALS[rank - 1]}季度"

    def semester(self, day, rank):
        return self.year(day) + ["上半年", "下半年"][rank - 1]

    def decade(self, day):
        return f"{day.year}年代"
