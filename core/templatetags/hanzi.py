import re

from django import template
from django.utils.html import format_html, format_html_join

register = template.Library()

RUN = re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f]+)")


@register.filter
def hanzi(text):
    """The text with its Chinese characters marked as such: a voice and a font choose by it."""
    parts = enumerate(RUN.split(str(text)))  # every second one is a run of them
    marked = ((format_html('<span lang="zh-Hans">{}</span>', part) if rank % 2 else part,) for rank, part in parts)
    return format_html_join("", "{}", marked)
