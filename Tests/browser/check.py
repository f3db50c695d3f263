#!/usr/bin/env python3
"""Opens pages in Chromium, uses them as a person would, and says what is wrong with them.

    check.py [--pictures DIR] PAGE…      exits with 1 where something is, and with 0 where there is no browser
"""

import os
import sys

from browser import Browser, find

HERE = os.path.dirname(os.path.abspath(__file__))

# The rows of a table as they are shown: the texts of a column, what has no value as null, and whether it is a total.
COLUMN = """(id, column) => [...document.getElementById(id).tBodies[0].rows].filter(row => !row.hidden).map(row => {
  const cell = row.cells[column];
  return {sum: row.className === 'sum', value: cell.dataset.v ?? cell.firstChild?.nodeValue ?? '',
          name: row.querySelector('th').textContent};
})"""


class Check:
    """One page in one browser; what is wrong with it is kept in `faults`."""

    def __init__(self, browser, page):
        self.browser, self.page, self.faults = browser, page, []

    def expect(self, condition, words):
        if not condition:
            self.faults.append(words)

    def everything(self):
        self.looks()
        self.open()
        tables = self.browser.run("[...document.querySelectorAll('table')].map(t => t.id)")
        self.expect(tables, "there is no table")
        for table in tables:
            self.sorts(table)
            self.filters(table)
        self.keys()
        self.notes()
        self.skips()
        self.prints()
        self.without_script()

    def open(self, **how):
        self.browser.open(self.page, **how)

    def looks(self):
        """The rules, in each width and both colours; nothing may be wider than the window."""
        with open(os.path.join(HERE, "rules.js"), encoding="utf-8") as file:
            rules = file.read()
        for width, dark in ((1280, False), (1280, True), (390, False), (360, True)):
            self.open(width=width, dark=dark)
            look = f"{width} wide, {'dark' if dark else 'light'}"
            self.browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })")
            for fault in self.browser.run(rules):
                self.expect(False, f"{look}: {fault}")
            wide = self.browser.run("document.documentElement.scrollWidth")
            self.expect(wide <= width, f"{look}: the page is {wide} wide")
            for error in self.browser.errors:
                self.expect(False, f"{look}: console: {error}")

    def column(self, table, column):
        return self.browser.run(f"({COLUMN})({table!r}, {column})")

    def sorts(self, table):
        """A click sorts up, the next down, the third puts back; totals stay, what has no value comes last."""
        heads = self.browser.run(
            f"[...document.getElementById('{table}').tHead.rows[0].cells].map(h => h.className === '')")
        for column, is_number in enumerate(heads):
            before = self.column(table, column)
            press = f"document.getElementById('{table}').tHead.rows[0].cells[{column}].querySelector('button').click()"
            for way in (1, -1):
                self.browser.run(press)
                self.ordered(self.column(table, column), before, is_number, way, f"{table}, column {column + 1}")
            self.browser.run(press)
            self.expect(self.column(table, column) == before, f"{table}, column {column + 1}: the order is not put back")

    def ordered(self, rows, before, is_number, way, where):
        places = [row["sum"] for row in rows]
        self.expect(places == [row["sum"] for row in before], f"{where}: a total has moved")
        key = lambda row: (row["value"], row["name"])
        self.expect(sorted(map(key, rows)) == sorted(map(key, before)), f"{where}: rows are lost")
        if not is_number:
            return
        # What Python's stable sort makes of the same rows.
        free = [row for row in before if not row["sum"]]
        known = [row for row in free if number(row) is not None]
        known.sort(key=lambda row: way * number(row))
        wanted = known + [row for row in free if number(row) is None]
        self.expect([row for row in rows if not row["sum"]] == wanted, f"{where}: not sorted by value")

    def filters(self, table):
        rows = [row for row in self.column(table, 0) if not row["sum"]]
        box = f"document.querySelector('input[aria-controls={table}]')"
        has_box = self.browser.run(f"!!{box}")
        self.expect(has_box == (len(rows) > 1), f"{table}: {len(rows)} rows, and {'a' if has_box else 'no'} filter")
        if not has_box:
            return
        name = rows[-1]["name"]
        self.browser.run(f"{box}.closest('.tools').nextElementSibling.closest('details')?.setAttribute('open', '')")
        self.browser.run(f"{box}.focus()")
        self.browser.type(name)
        shown = [row["name"] for row in self.column(table, 0) if not row["sum"]]
        self.expect(name in shown, f"{table}: filtered by {name}, its row is gone")
        told = self.browser.run(f"{box}.closest('.tools').querySelector('[role=status]').textContent")
        self.expect(str(len(shown)) in told and str(len(rows)) in told, f"{table}: the filter says {told!r}")
        self.browser.type(" 没有这样的字")
        left = [row for row in self.column(table, 0) if not row["sum"]]
        self.expect(not left, f"{table}: rows without the words are shown")
        self.browser.key("Escape")
        self.expect(len([r for r in self.column(table, 0) if not r["sum"]]) == len(rows), f"{table}: Escape clears nothing")

    def keys(self):
        """A heading is pressed by keyboard alone."""
        self.open()
        self.browser.run("document.querySelector('th button').focus()")
        self.browser.key("Enter")
        sort = self.browser.run("document.activeElement.closest('th').getAttribute('aria-sort')")
        self.expect(sort == "ascending", f"Enter on a heading: aria-sort is {sort}")

    def notes(self):
        """The note of a figure is shown on focus and on hover, Escape puts it away, the arrows go on."""
        self.open()
        cell = "td[aria-describedby]"
        if not self.browser.run(f"!!document.querySelector('{cell}')"):
            return
        shown = "(cell => getComputedStyle(cell.querySelector('[role=tooltip]')).display === 'block')"
        stops = self.browser.run(
            f"[...document.querySelectorAll('table')].every(t => t.querySelectorAll('{cell}[tabindex=\"0\"]').length <= 1)")
        self.expect(stops, "a table is more than one stop of the tab key")
        self.browser.run(f"document.querySelector('{cell}').focus()")
        self.expect(self.browser.run(f"{shown}(document.activeElement)"), "focus shows no note")
        inside = self.browser.run("""(() => {
          const r = document.activeElement.querySelector('[role=tooltip]').getBoundingClientRect();
          return r.left >= 0 && r.right <= innerWidth && r.top >= 0 && r.bottom <= innerHeight + 1; })()""")
        self.expect(inside, "the note is not inside the window")
        self.browser.key("Escape")
        self.expect(not self.browser.run(f"{shown}(document.activeElement)"), "Escape does not put the note away")
        first = self.browser.run("document.activeElement.getAttribute('aria-describedby')")
        self.browser.key("ArrowRight")
        second = self.browser.run("document.activeElement.getAttribute('aria-describedby')")
        self.expect(second and second != first, "the arrow key does not go on")
        self.browser.key("ArrowLeft")
        back = self.browser.run("document.activeElement.getAttribute('aria-describedby')")
        self.expect(back == first, "the arrow key does not go back")
        self.browser.run("document.activeElement.blur()")
        place = self.browser.run(f"""(() => {{ const c = document.querySelectorAll('{cell}')[1] ?? document.querySelector('{cell}');
          c.scrollIntoView({{block: 'center'}}); const r = c.getBoundingClientRect();
          return [r.left + r.width / 2, r.top + r.height / 2]; }})()""")
        self.browser.move(*place)
        hovered = self.browser.run(f"(c => c && {shown}(c))(document.querySelector('{cell}:hover'))")
        self.expect(hovered, "hovering shows no note")
        self.browser.move(1, 1)

    def skips(self):
        self.open()
        self.browser.key("Tab")
        self.expect(self.browser.run("document.activeElement.className") == "skip", "the first stop is not the skip link")
        self.expect(self.browser.run("document.activeElement.getBoundingClientRect().left >= 0"), "it is not seen")
        self.browser.key("Enter")
        self.expect(self.browser.run("document.activeElement.id") == "text", "the skip link leads nowhere")

    def prints(self):
        self.open()
        self.browser.call("Emulation.setEmulatedMedia", media="print")
        seen = self.browser.run(
            "[...document.querySelectorAll('nav,.tools,.skip')].filter(e => e.checkVisibility()).length")
        self.expect(seen == 0, f"{seen} controls are printed")
        hidden = self.browser.run("""(() => { document.querySelectorAll('tbody tr').forEach(r => { r.hidden = true; });
          return [...document.querySelectorAll('tbody tr')].filter(r => getComputedStyle(r).display === 'none').length; })()""")
        self.expect(hidden == 0, f"{hidden} rows that were filtered out are not printed")

    def without_script(self):
        """The page is whole where no script runs: all rows, no controls that do nothing, notes by keyboard."""
        self.open(scripts=False)
        self.expect(not self.browser.run("!!document.querySelector('button,input')"), "controls that do nothing")
        self.browser.run("document.querySelector('td[aria-describedby]')?.focus()")
        shown = self.browser.run(
            "(c => !c || getComputedStyle(c.querySelector('[role=tooltip]')).display === 'block')"
            "(document.querySelector('td[aria-describedby]'))")
        self.expect(shown, "without script focus shows no note")
        for error in self.browser.errors:
            self.expect(False, f"without script: console: {error}")


def number(row):
    try:
        return float(row["value"])
    except ValueError:
        return None


def pictures(browser, page, folder):
    """What a person should look at."""
    os.makedirs(folder, exist_ok=True)
    stem = os.path.join(folder, page.strip("./").replace("/", "-").removesuffix(".html"))
    for name, width, dark in (("wide", 1280, False), ("dark", 1280, True), ("phone", 390, False)):
        browser.open(page, width=width, dark=dark)
        height = browser.run("document.documentElement.scrollHeight")
        browser.open(page, width=width, height=min(height, 6000), dark=dark)
        browser.picture(f"{stem}-{name}.png")
    browser.open(page)
    browser.paper(f"{stem}.pdf")


def main():
    pages = sys.argv[1:]
    folder = None
    if pages[:1] == ["--pictures"]:
        folder, pages = pages[1], pages[2:]
    if not pages:
        sys.exit(__doc__)
    path = find()
    if path is None:
        print("skipped: there is no Chromium (apt-get install chromium)")
        return 0
    browser = Browser(path)
    failed = 0
    try:
        for page in pages:
            check = Check(browser, page)
            try:
                check.everything()
            except RuntimeError as error:
                # Something that every page has is not there.
                check.expect(False, f"cannot go on: {error}")
            faults = check.faults
            print(f"{page}: {'ok' if not faults else f'{len(faults)} faults'}")
            for fault in faults:
                print(f"  {fault}")
            failed += bool(faults)
            if folder:
                pictures(browser, page, folder)
    finally:
        browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
