"""Writes small office documents for tests, part by part, so that each test says all that is in its file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from checker.model.document import Reading

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OPC = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_KINDS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header1": "header",
    "footer1": "footer",
    "settings": "settings",
}
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House Head"/><w:basedOn w:val="berschrift1"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Part"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListBullet2"><w:name w:val="List Bullet 2"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document of this body, with other parts of it by their names."""
    return packed(docx_parts(body, **parts))


def docx_parts(body: str, **parts: str) -> dict[str, str | bytes]:
    """The parts of a Word document."""
    parts = {"styles": STYLES, "numbering": NUMBERING, **parts}
    made: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    types = f'<Override PartName="/word/document.xml" ContentType="{_word_type("document.main")}"/>'
    links = ""
    for name, content in parts.items():
        kind = _KINDS[name]
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        made[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{content}</w:{root}>"
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_word_type(kind)}"/>'
        links += f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{name}.xml"/>'
    made["[Content_Types].xml"] = (
        f'<Types xmlns="{_OPC}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{types}</Types>"
    )
    made["_rels/.rels"] = (
        f'<Relationships xmlns="{_OPC}/relationships">'
        f'<Relationship Id="d" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    made["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_OPC}/relationships">{links}</Relationships>'
    return made


def drawn(kind: str, data: str) -> bytes:
    """A Word document that shows a ``chart`` or a ``diagram`` of this data."""
    spaces = f'xmlns:a="{_DRAWING}/main" xmlns:c="{_DRAWING}/chart" xmlns:d="{_DRAWING}/diagram" xmlns:r="{_R}"'
    shown = f'<c:chart {spaces} r:id="x"/>' if kind == "chart" else f'<d:relIds {spaces} r:dm="x"/>'
    root = "c:chartSpace" if kind == "chart" else "d:dataModel"
    made = docx_parts(p(f"<w:r><w:drawing>{shown}</w:drawing></w:r>") * 2)
    made["word/drawn.xml"] = f"<{root} {spaces}>{data}</{root}>"
    link = f'<Relationship Id="x" Type="{_R}/{kind}" Target="drawn.xml"/></Relationships>'
    links = made["word/_rels/document.xml.rels"]
    assert isinstance(links, str)
    made["word/_rels/document.xml.rels"] = links.replace("</Relationships>", link)
    return packed(made)


def _word_type(kind: str) -> str:
    return f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"


def p(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of Word; content that holds no markup is one run."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    content = content if content.startswith("<") else r(content)
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of Word."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(content: str, properties: str = "") -> str:
    """A cell of a table of Word."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of a table of Word."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def odt(body: str, styles: str = "", master: str = "", meta: str = "") -> bytes:
    """A text in OpenDocument."""
    return _open("text", body, styles, master, meta)


def odp(body: str) -> bytes:
    """A presentation in OpenDocument."""
    return _open("presentation", body)


def _open(kind: str, body: str, styles: str = "", master: str = "", meta: str = "") -> bytes:
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    common = (
        f"<office:document-styles {_ODF}><office:master-styles>{master}</office:master-styles></office:document-styles>"
    )
    said = f"<office:document-meta {_ODF}><office:meta>{meta}</office:meta></office:document-meta>"
    return packed({"content.xml": content, "styles.xml": common, "meta.xml": said})


def told(reading: Reading) -> list[str]:
    """The blocks of a reading, each as its kind, level and text."""
    return [
        f"{block.kind}{block.level or ''}{'*' if block.head else ''}: {reading.text[block.start : block.end]}"
        for block in reading.blocks or ()
    ]
