import Model
import Render
import Testing

/// The bulletin as one page of HTML.
@Suite struct PageTests {
  /// What stands between `main` and its end.
  private func body(_ document: Document, _ language: Language = .zh) -> String {
    let page = HTMLRenderer.render(document, language: language)
    let start = page.firstRange(of: "<main id=\"text\" tabindex=\"-1\">\n")?.upperBound ?? page.endIndex
    let end = page.firstRange(of: "</main>")?.lowerBound ?? page.endIndex
    return start <= end ? String(page[start..<end]) : ""
  }

  private func document(_ blocks: [Block], title: String = "通报") -> Document {
    Document(title: title, byline: "", opening: [], sections: [Section("进展", blocks)])
  }

  @Test(arguments: [
    ("a|b `c` *d*", "a|b `c` *d*"), ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onfocus='x' &lt;", "&quot; onfocus=&#39;x&#39; &amp;lt;"),
    ("=HYPERLINK(\"x\")", "=HYPERLINK(&quot;x&quot;)"),
    ("\u{202E}gpj.exe\u{2066}", "gpj.exe"), ("two\nlines\tand\0zero", "two lines and zero"), ("👨‍👩‍👧", "👨‍👩‍👧"),
    ("", ""),
  ])
  func inline(_ text: String, _ escaped: String) { #expect(HTMLText.inline(text) == escaped) }

  @Test func wholeDocument() {
    let grid = Grid(
      caption: "进展<b>", columns: [GridColumn("名次"), GridColumn("省", numeric: false), GridColumn("占比")],
      rows: [
        GridRow([.text(""), .text("全国"), .percent(24, of: 32, decimals: 0)], isTotal: true),
        GridRow([.count(1), .text("甲\"乙"), .noted(.revised(.count(7)), "甲\n分子<7>")]),
        GridRow([.text("—"), .text("丙"), .notReported]),
      ])
    let document = Document(
      title: "通报", byline: "办公室", opening: [.paragraph("开头")],
      sections: [Section("进展", [.grid(grid), .list(["一", "二"])]), Section("说明", [.paragraph("完")])])
    #expect(
      body(document) == """
        <header>
        <h1>通报</h1>
        <p>办公室</p>
        </header>
        <p>开头</p>
        <nav aria-labelledby="contents">
        <h2 id="contents">目录</h2>
        <ul>
        <li><a href="#s1">一、进展</a>
        <ul>
        <li><a href="#t1">表1　进展&lt;b&gt;</a></li>
        </ul>
        </li>
        <li><a href="#s2">二、说明</a></li>
        </ul>
        </nav>
        <section aria-labelledby="s1">
        <h2 id="s1">一、进展</h2>
        <div class="box short" role="region" aria-labelledby="t1c" tabindex="0">
        <table id="t1">
        <caption id="t1c"><span>表1　进展&lt;b&gt;</span></caption>
        <thead><tr><th scope="col">名次</th><th scope="col" class="k">省</th><th scope="col">占比</th></tr></thead>
        <tbody>
        <tr class="sum"><td data-v=""></td><th scope="row" class="k">全国</th><td data-v="75.000000000">75%</td></tr>
        <tr><td>1</td><th scope="row" class="k">甲&quot;乙</th><td data-v="7" tabindex="0" aria-describedby="n1">7(r)<span role="tooltip" id="n1">甲
        分子&lt;7&gt;</span></td></tr>
        <tr><td data-v="">—</td><th scope="row" class="k">丙</th><td data-v="">未报</td></tr>
        </tbody>
        </table>
        </div>
        <ul>
        <li>一</li>
        <li>二</li>
        </ul>
        </section>
        <section aria-labelledby="s2">
        <h2 id="s2">二、说明</h2>
        <p>完</p>
        </section>

        """)
  }

  /// Numbers are sorted by value where their text would not do, and what is no value comes last.
  @Test(arguments: [
    (Cell.count(-12), "-12", String?.none), (.decimal(-5, decimals: 2), "-0.05", nil),
    (.change(5, decimals: 1), "+0.5", nil),
    (.percent(1, of: 3, decimals: 0), "33%", "33.333333333"), (.coverage(43, of: 45), "43/45", "43"),
    (.text("68.5%"), "68.5%", "68.5"), (.text("-3人"), "-3人", "-3"), (.text("是"), "是", nil),
    (.text("12"), "12", nil),
    (.text(""), "", ""), (.text("—"), "—", ""), (.notReported, "未报", ""),
    (.revised(.percent(1, of: 2, decimals: 0)), "50%(r)", "50.000000000"),
    (.noted(.notReported, "x"), "未报", ""), (.revised(.text("5%")), "5%(r)", "5"),
  ])
  func sortValue(_ cell: Cell, _ text: String, _ value: String?) {
    let grid = Grid(
      caption: "", columns: [GridColumn("a", numeric: false), GridColumn("b")],
      rows: [GridRow([.text("x"), cell])])
    let attribute = value.map { " data-v=\"\($0)\"" } ?? ""
    let made = body(document([.grid(grid)]))
    #expect(
      made.contains(">x</th><td\(attribute)>\(text)<") || made.contains("<td\(attribute) tabindex=\"0\""))
  }

  @Test(arguments: [(40, false), (41, true)])
  func longTablesAreFoldedUp(_ rows: Int, _ isFolded: Bool) {
    let grid = Grid(
      caption: "名单", columns: [GridColumn("单位", numeric: false)],
      rows: (0..<rows).map { GridRow([.text("第\($0)")]) })
    let made = body(document([.grid(grid)]))
    #expect(made.contains("<details>\n<summary>表1　名单（共41行）</summary>") == isFolded)
    #expect(made.contains("</details>") == isFolded)
  }

  /// Whatever the texts are, the page has the tags of a page of harmless texts, and nothing more.
  @Test(arguments: [
    "a|b", "`x`", "</title><script>alert(1)</script>", "</script>", "<!--", "]]>",
    "=HYPERLINK(\"http://x\",\"y\")",
    "\u{202E}\u{2067}abc", "\" autofocus onfocus=\"alert(1)", "' style='x", "&lt;b&gt;",
    "javascript:alert(1)",
    "👩‍❤️‍💋‍👨🇨🇳", "שלום مرحبا", String(repeating: "很长", count: 5_000), "\u{0}\u{1B}[2J\n\r\u{85}\u{2028}",
  ])
  func textsAreNoMarkup(_ text: String) {
    func made(_ text: String) -> String {
      let grid = Grid(
        caption: text, columns: [GridColumn(text, numeric: false), GridColumn(text)],
        rows: [
          GridRow([.text(text), .noted(.text(text), text)]), GridRow([.text(text), .revised(.text(text))]),
        ])
      let blocks: [Block] = [.paragraph(text), .list([text]), .grid(grid)]
      return HTMLRenderer.render(
        Document(
          title: text, byline: text, opening: blocks, sections: [Section(text, blocks), Section(text, [])]),
        language: .zh)
    }
    func tags(_ page: String) -> [Substring] {
      page.matches(of: /<[^>]*>/).map(\.output).filter { !$0.hasPrefix("<td") }
    }
    let page = made(text)
    #expect(tags(page) == tags(made("x")))
    #expect(page.matches(of: /<td/).count == made("x").matches(of: /<td/).count)
    #expect(!page.contains(/<td[^>]*\son/) && !page.contains(/<[^>]*style=/))
    #expect(
      page.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control: scalar == "\n"
        case .format: scalar == "\u{200D}"
        case .lineSeparator, .paragraphSeparator: false
        default: true
        }
      })
  }

  @Test func languages() {
    let blocks: [Block] = [
      .grid(Grid(caption: "c", columns: [GridColumn("a")], rows: [GridRow([.notReported])]))
    ]
    let english = HTMLRenderer.render(document(blocks, title: "T"), language: .en)
    #expect(
      english.contains("<html lang=\"en\">") && english.contains("Skip to the text")
        && english.contains("Table 1. c"))
    #expect(HTMLRenderer.render(document(blocks), language: .zh).contains("<html lang=\"zh-Hans\">"))
  }

  @Test func aFigureSaysWhatItIsMadeOf() throws {
    var edition = try EditionFixture.edition(.zh)
    var rate = EditionFixture.figure(
      0, EditionFixture.townshipRate, 12, of: 18, received: 15, expected: 18, status: .provisional)
    rate.bounds = 12...15
    let fund = EditionFixture.figure(0, EditionFixture.fund, 12345, decimals: 2)
    edition.figures = [0: [rate, fund]]
    let page = body(Bulletin.document(edition))
    let note = """
      云山市·乡镇动员会召开率
      分子12，分母18（2016年6月名录的乡镇）
      应答复18个单位，已答复15个（覆盖率83.3%）
      未答复的均未做到为66.7%，均已做到为83.3%
      """
    #expect(page.contains(">12/18<span role=\"tooltip\" id=\"n1\">\(note)</span>"))
    #expect(page.contains(">67%<span role=\"tooltip\" id=\"n2\">\(note)</span>"))
    #expect(page.contains("云山市·工作经费\n合计：123.45\n应答复10个单位，已答复10个（覆盖率100.0%）</span>"))
  }
}
