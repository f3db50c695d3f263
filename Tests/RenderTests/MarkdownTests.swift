import Model
import Testing

@testable import Render

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("县(市、区)", "县(市、区)"), ("a|b", "a\\|b"),
    ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
    ("`x` *y* _z_", "\\`x\\` \\*y\\* \\_z\\_"), ("[a](b)", "\\[a\\](b)"), ("&lt;", "&amp;lt;"),
    ("http://example.org", "http:\\//example.org"), ("www.example.org", "www\\.example.org"),
    ("a@b", "a\\@b"), ("two\nlines\tand\0zero", "two lines and zero"), ("\u{202E}gpj.exe", "gpj.exe"),
    ("wWw.w.www", "wWw\\.w.www"), ("中文\u{3000}", "中文\u{3000}"), (" 中文", "中文"), ("中\u{200B}文", "中文"),
    ("é\u{85}", "é"), ("👨‍👩‍👧", "👨‍👩‍👧"), ("  blank  ", "blank"), ("", ""),
    // A mark with an accent on it is a mark all the same.
    ("a|\u{301}b", "a\\|\u{301}b"), ("<\u{308}b>\u{20DD}", "\\<\u{308}b\\>\u{20DD}"),
    ("&\u{301}lt;", "&amp;\u{301}lt;"),
    ("http:/\u{301}/a", "http:\\/\u{301}/a"), ("www.\u{301}a", "www\\.\u{301}a"),
  ])
  func inline(_ text: String, _ escaped: String) { #expect(MarkdownText.inline(text) == escaped) }

  @Test func whatIsPlainIsSeen() {
    for number in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(number), MarkdownText.isPlain(scalar) else { continue }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        Issue.record("U+\(String(number, radix: 16))")
      default: break
      }
    }
  }

  @Test(arguments: [
    ("# 标题", "\\# 标题"), ("- 项", "\\- 项"), ("1. 一", "1\\. 一"), ("2016年", "2016年"), ("+x", "\\+x"),
    ("3) 三", "3\\) 三"), ("=", "\\="), ("> 引", "\\> 引"),
    ("#\u{301} x", "\\#\u{301} x"), ("1.\u{301} x", "1\\.\u{301} x"), ("12", "12"),
  ])
  func beginningOfAParagraph(_ text: String, _ escaped: String) {
    #expect(MarkdownText.paragraph(text) == escaped)
  }

  /// 一、 then （一）, from the beginning again in each section; the contact line at the foot.
  @Test(arguments: [
    (Language.zh, ["## 一、甲", "### （一）子", "### （二）丑", "## 二、乙", "### （一）寅"]),
    (.en, ["## 1. 甲", "### 1.1 子", "### 1.2 丑", "## 2. 乙", "### 2.1 寅"]),
  ])
  func headingsAreNumbered(_ language: Language, _ expected: [String]) {
    var document = Document(
      title: "t", byline: "", opening: [],
      sections: [
        Section("甲", [.heading("子"), .paragraph("x"), .heading("丑")]), Section("乙", [.heading("寅")]),
      ])
    document.closing = "# 电话 <1>"
    let lines = MarkdownRenderer.render(document, language: language).split(separator: "\n").map(String.init)
    #expect(lines.filter { $0.hasPrefix("##") } == expected)
    #expect(lines.last == "\\# 电话 \\<1\\>")
    let page = HTMLRenderer.render(document, language: language)
    let found = page.matches(of: /<h([23])(?: id="s\d+")?>([^<]*)<\/h/).map { String($0.output.2) }
    #expect(found == expected.map { String($0.drop { $0 == "#" || $0 == " " }) })
    #expect(page.contains("<footer>\n<p># 电话 &lt;1&gt;</p>\n</footer>"))
  }

  @Test func wholeDocument() {
    let grid = Grid(
      caption: "进展|情况", columns: [GridColumn("省", numeric: false), GridColumn("占比")],
      rows: [
        GridRow([.text("全国"), .percent(24, of: 32, decimals: 0)], isTotal: true),
        GridRow([.text("甲|乙"), .notReported]), GridRow([.text("丙"), .notApplicable]),
        GridRow([.text("丁"), .coverage(43, of: 45)]), GridRow([.text("戊"), .decimal(-5, decimals: 2)]),
      ])
    let document = Document(
      title: "通报", byline: "办公室", opening: [.paragraph("开头")],
      sections: [Section("进展", [.grid(grid), .list(["一", "二"])])])
    #expect(
      MarkdownRenderer.render(document, language: .zh) == """
        # 通报

        办公室

        开头

        ## 一、进展

        **表1　进展\\|情况**

        | 省 | 占比 |
        | --- | ---: |
        | **全国** | **75%** |
        | 甲\\|乙 | 未报 |
        | 丙 | — |
        | 丁 | 43/45 |
        | 戊 | -0.05 |

        - 一
        - 二

        """)
  }
}

@Suite struct CSVWriterTests {
  private func written(_ texts: [String]) -> String {
    var writer = CSVWriter()
    writer.row(texts)
    return String(decoding: writer.bytes.dropFirst(3), as: UTF8.self)
  }

  @Test func beginsWithAByteOrderMark() { #expect(CSVWriter().bytes == [0xEF, 0xBB, 0xBF]) }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""),
    ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("+1", "'+1"), ("-1", "'-1"), ("@sum", "'@sum"),
    ("\tx", "'\tx"), ("", ""),
  ])
  func textCell(_ text: String, _ cell: String) { #expect(written([text]) == cell + "\r\n") }

  @Test func numbersAreNotDefused() {
    var writer = CSVWriter()
    writer.number(-5)
    writer.empty()
    for (number, decimals) in [(-50, 2), (0, 0), (0, 2), (7, 3), (Int64.min, 1), (Int64.max, 0)] {
      writer.number(number, decimals: decimals)
    }
    writer.number(nil, decimals: 2)
    writer.endRow()
    #expect(
      String(decoding: writer.bytes.dropFirst(3), as: UTF8.self)
        == "-5,,-0.50,0,0.00,0.007,-922337203685477580.8,9223372036854775807,\r\n")
  }
}
