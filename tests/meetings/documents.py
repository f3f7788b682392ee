"""Small documents made on the spot, for the tests of reading."""

import io

import docx
import pikepdf
import typst
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

ROWS = [
    ("Région Bretagne – Shandong et son littoral", ["Coopération sur la formation", "2019 : 35 ans"]),
    ("Nantes – Qingdao", ["Jumelage"]),
]


def pdf_of(markup):
    return typst.compile(markup.encode(), format="pdf")


def encrypted(pdf, user, owner="owner"):
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(output, encryption=pikepdf.Encryption(user=user, owner=owner))
    return output.getvalue()


def docx_of(*paragraphs):
    """Make a .docx; a paragraph is its text, or its text and its style."""
    document = docx.Document()
    for paragraph in paragraphs:
        text, style = paragraph if isinstance(paragraph, tuple) else (paragraph, None)
        document.add_paragraph(text, style=style)
    return saved(document)


def saved(document):
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def element(tag, *children, text=None, **attributes):
    """Make one element of WordprocessingML: element("w:br", type="page")."""
    made = OxmlElement(tag)
    if text:
        made.text = text
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def run(text):
    return element("w:r", element("w:t", text=text))
