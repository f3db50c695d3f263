"""Makes Word documents of bulletins with scripts/word.sh, and says what is wrong with them.

    check.py WORD.SH BULLETIN.md…      exits with 1 where something is

A document must have the headings, tables and charts of its bulletin, all texts as they are, and nothing that is run,
fetched or linked to.
"""

import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADINGS = {"Title": "# ", "Heading1": "## ", "Heading2": "### "}


def plain(markdown):
    """The text of a line of the bulletin without its escapes and emphasis."""
    text = re.sub(r"^\*\*(.*)\*\*$", r"\1", markdown)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return text.replace("&amp;", "&")


def squeezed(text):
    return re.sub(r"\s+", "", text)


class Document:
    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = archive.namelist()
            self.all = {name: archive.read(name) for name in self.parts}
        self.body = ElementTree.fromstring(self.all["word/document.xml"]).find(W + "body")
        self.links = self.all["word/_rels/document.xml.rels"].decode()

    def paragraphs(self):
        """Style and text of each paragraph, those in tables too."""
        for paragraph in self.body.iter(W + "p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            text = "".join(t.text or "" for t in paragraph.iter(W + "t"))
            yield ("" if style is None else style.get(W + "val")), text

    def tables(self):
        return [[[("".join(t.text or "" for t in cell.iter(W + "t"))) for cell in row.findall(W + "tc")]
                 for row in table.findall(W + "tr")] for table in self.body.iter(W + "tbl")]


def tables_of(lines):
    tables, inside = [], False
    for line in lines:
        if not line.startswith("|"):
            inside = False
            continue
        if not inside:
            tables.append([])
        inside = True
        if not re.fullmatch(r"\|[ :|-]+\|", line):
            tables[-1].append([plain(cell.strip()) for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    return tables


def faults(bulletin, document, has_pictures):
    with open(bulletin, encoding="utf-8") as file:
        lines = file.read().split("\n")
    found = list(document.paragraphs())
    for style, mark in HEADINGS.items():
        wanted = [squeezed(plain(line[len(mark):])) for line in lines if line.startswith(mark)]
        told = [squeezed(text) for own, text in found if own == style]
        if told != wanted:
            yield f"{style}: {told} in place of {wanted}"
    wanted, told = tables_of(lines), document.tables()
    if len(wanted) != len(told):
        yield f"{len(told)} tables in place of {len(wanted)}"
    for number, (one, other) in enumerate(zip(wanted, told), 1):
        for row, own in zip(one, other):
            if [squeezed(cell) for cell in row] != [squeezed(cell) for cell in own]:
                yield f"table {number}: {own} in place of {row}"
        if len(one) != len(other):
            yield f"table {number}: {len(other)} rows in place of {len(one)}"
    charts = [line for line in lines if re.fullmatch(r"!\[.*\]\(charts/[a-z0-9-]+\.svg\)", line)]
    pictures = [name for name in document.parts if name.startswith("word/media/")]
    expected = len(charts) if has_pictures else 0
    if len(pictures) != expected or not all(name.endswith(".png") for name in pictures):
        yield f"{len(charts)} charts, and pictures {pictures}"
    captions = [text for style, text in found if style == "ImageCaption"]
    if len(captions) != expected or not all(re.match(r"图\d+|Figure \d+", text) for text in captions):
        yield f"captions: {captions}"
    told = {squeezed(text) for _, text in found}
    for place, line in enumerate(lines):
        is_text = line and line[0] not in "#|!" and not line.startswith("**")
        after_chart = place > 1 and lines[place - 2].startswith("![")
        if not is_text or after_chart:
            continue
        text = squeezed(plain(re.sub(r"^- ", "", line)))
        if text not in told:
            yield f"no paragraph: {text[:120]}"
    names = {name for name in document.parts if not name.startswith("word/media/")}
    if "TargetMode=\"External\"" in document.links or any("afchunk" in name.lower() or "embed" in name for name in names):
        yield "something leads out of the document"
    # Lists are paragraphs: numPr is what makes a bullet.
    for tag in ("hyperlink", "altChunk", "object", "instrText", "numPr"):
        if document.body.find(f".//{W}{tag}") is not None:
            yield f"there is a {tag}"


def main():
    script, *bulletins = sys.argv[1:]
    has_pictures = subprocess.run(["sh", "-c", "command -v rsvg-convert"], stdout=subprocess.DEVNULL).returncode == 0
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        for bulletin in bulletins:
            made = [os.path.join(work, f"{name}.docx") for name in ("one", "other")]
            for path in made:
                subprocess.run(["sh", script, bulletin, path], check=True)
            wrong = list(faults(bulletin, Document(made[0]), has_pictures))
            with open(made[0], "rb") as one, open(made[1], "rb") as other:
                if one.read() != other.read():
                    wrong.append("made twice, it is not the same")
            print(f"word-check: {bulletin}: {'ok' if not wrong else f'{len(wrong)} faults'}")
            for fault in wrong:
                print("  " + fault[:400])
            failed += bool(wrong)
    sys.exit(1 if failed else 0)


main()
