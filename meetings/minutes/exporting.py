"""Meeting → bytes, the same for the page, the command and the mail."""

from django.db import models
from django.utils.text import slugify

from meetings.minutes.composing import compose
from meetings.minutes.rendering.docx import render_docx
from meetings.minutes.rendering.html import render_html
from meetings.minutes.rendering.markdown import render_markdown
from meetings.minutes.rendering.typst import render_pdf


class ExportFormat(models.TextChoices):
    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"
    MARKDOWN = "md", "Markdown"
    HTML = "html", "HTML"


CONTENT_TYPES = {
    ExportFormat.PDF: "application/pdf",
    ExportFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ExportFormat.MARKDOWN: "text/markdown; charset=utf-8",
    ExportFormat.HTML: "text/html; charset=utf-8",
}
RENDERERS = {
    ExportFormat.PDF: render_pdf,
    ExportFormat.DOCX: render_docx,
    ExportFormat.MARKDOWN: render_markdown,
    ExportFormat.HTML: render_html,
}


def export_minutes(meeting, *, format, audience):
    """Return the minutes of `meeting` for readers of `audience` as bytes in `format` (an ExportFormat)."""
    rendered = RENDERERS[ExportFormat(format)](compose(meeting, audience=audience))
    return rendered if isinstance(rendered, bytes) else rendered.encode()


def file_name(meeting, format):
    return f"{slugify(meeting.title)[:60]}-{meeting.first_day}.{format}"
