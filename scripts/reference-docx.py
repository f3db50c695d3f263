#!/usr/bin/env python3
"""Makes pandoc's reference document one in the style of official documents: reference-docx.py IN OUT

A4; margins 37, 35, 28 and 26 mm; text in 仿宋 16 pt, lines 28.8 pt apart, the first of a paragraph indented by two
characters; headings in 黑体, those of parts in 楷体; the title in 小标宋 22 pt; page numbers — 1 — at the foot. The same input gives the same bytes.
"""
import re
import sys
import zipfile

SONG, FANG, HEI, KAI = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
MM = 1440 / 25.4  # twentieths of a point
DAY = (1980, 1, 1, 0, 0, 0)


def fonts(east, west="Times New Roman"):
    return f'<w:rFonts w:ascii="{west}" w:hAnsi="{west}" w:eastAsia="{east}" w:cs="{west}"/>'


def size(points):
    half = int(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def style(name, paragraph, run, based="Normal", kind="paragraph"):
    ident = name.replace(" ", "")
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{ident}"{default}><w:name w:val="{name}"/>{base}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


LINES = '<w:spacing w:before="0" w:after="0" w:line="576" w:lineRule="exact"/>'
# A row stays whole where its lines do.
TIGHT = "<w:keepLines/>" + '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'
INDENT = '<w:ind w:firstLine="640" w:firstLineChars="200"/>'
NONE = '<w:ind w:firstLine="0" w:firstLineChars="0"/>'
# Not justified: the name of a file at the end of a line would pull the line before it apart.
BODY = LINES + INDENT + '<w:jc w:val="left"/>'
PLAIN = "<w:b w:val=\"0\"/><w:i w:val=\"0\"/><w:color w:val=\"000000\"/>"

STYLES = [
    style("Normal", LINES, fonts(FANG) + size(16), based=None),
    style("Body Text", BODY, ""),
    style("First Paragraph", BODY, "", based="BodyText"),
    style("Compact", BODY, "", based="BodyText"),
    style(
        "Title",
        '<w:keepNext/><w:spacing w:before="0" w:after="240" w:line="660" w:lineRule="exact"/>' + NONE + '<w:jc w:val="center"/>',
        fonts(SONG) + PLAIN + size(22),
    ),
    style(
        "Subtitle",
        '<w:spacing w:before="0" w:after="360" w:line="440" w:lineRule="exact"/>' + NONE + '<w:jc w:val="center"/>',
        fonts(KAI) + PLAIN + size(14),
    ),
    style("heading 1", "<w:keepNext/>" + LINES + INDENT + '<w:outlineLvl w:val="0"/>', fonts(HEI) + PLAIN + size(16)).replace(
        'styleId="heading1"', 'styleId="Heading1"'
    ),
    style("heading 2", "<w:keepNext/>" + LINES + INDENT + '<w:outlineLvl w:val="1"/>', fonts(KAI) + PLAIN + size(16)).replace(
        'styleId="heading2"', 'styleId="Heading2"'
    ),
    # A picture is as high as it is: no exact height of lines, and its caption stays with it.
    style(
        "Figure",
        '<w:keepNext/><w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/>' + NONE + '<w:jc w:val="center"/>',
        "",
    ),
    style(
        "Image Caption",
        '<w:spacing w:before="0" w:after="160" w:line="360" w:lineRule="exact"/>' + NONE + '<w:jc w:val="left"/>',
        PLAIN + size(12),
    ),
    style(
        "Table Heading",
        '<w:keepNext/><w:spacing w:before="160" w:after="80" w:line="400" w:lineRule="exact"/>' + NONE + '<w:jc w:val="center"/>',
        fonts(HEI) + PLAIN + size(14),
    ),
    style("Table Text", TIGHT + NONE, size(12)),
    style("Table Text Small", TIGHT + NONE, size(10.5)),
    style("footer", '<w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>', fonts("宋体") + size(14)).replace(
        'styleId="footer"', 'styleId="Footer"'
    ),
]

EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/>'
    f'<w:qFormat/><w:tblPr><w:jc w:val="center"/><w:tblBorders>{EDGES}</w:tblBorders>'
    '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:trPr><w:cantSplit/></w:trPr><w:tcPr><w:vAlign w:val="center"/></w:tcPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr>' + fonts(HEI) + "</w:rPr></w:tblStylePr></w:style>"
)
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FOOTER = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:ftr xmlns:w="{SPACE}"><w:p><w:pPr>'
    '<w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
)


def styles(text):
    for made in STYLES + [TABLE]:
        ident = re.search(r'w:styleId="([^"]+)"', made).group(1)
        text = re.sub(rf'<w:style [^>]*w:styleId="{ident}"[^>]*>.*?</w:style>', "", text, flags=re.S)
        text = text.replace("</w:styles>", made + "</w:styles>")
    default = f"<w:rPrDefault><w:rPr>{fonts(FANG)}{size(16)}" '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
    return re.sub(r"<w:rPrDefault>.*?</w:rPrDefault>", default, text, flags=re.S)


def page(text):
    edges = {"top": 37, "bottom": 35, "left": 28, "right": 26}
    margins = " ".join(f'w:{edge}="{round(mm * MM)}"' for edge, mm in edges.items())
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/>'
        f'<w:pgSz w:w="{round(210 * MM)}" w:h="{round(297 * MM)}"/>'
        f'<w:pgMar {margins} w:header="851" w:footer="{round(28 * MM)}" w:gutter="0"/></w:sectPr>'
    )
    text = re.sub(r"<w:sectPr\b[^>]*/>|<w:sectPr\b.*?</w:sectPr>", "", text, flags=re.S)
    return text.replace("</w:body>", section + "</w:body>")


def main(source, target):
    with zipfile.ZipFile(source) as old:
        parts = {name: old.read(name) for name in old.namelist()}

    def change(name, edit):
        parts[name] = edit(parts[name].decode("utf-8")).encode("utf-8")

    change("word/styles.xml", styles)
    change("word/document.xml", page)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
    link = f'<Relationship Id="rIdFooter" Type="{kind}" Target="footer1.xml"/>'
    change("word/_rels/document.xml.rels", lambda text: text.replace("</Relationships>", link + "</Relationships>"))
    part = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    entry = f'<Override PartName="/word/footer1.xml" ContentType="{part}"/>'
    change("[Content_Types].xml", lambda text: text.replace("</Types>", entry + "</Types>"))
    parts["word/footer1.xml"] = FOOTER.encode("utf-8")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name, DAY), parts[name], zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
