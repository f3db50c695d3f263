import Aggregate
import Model
import Render

@testable import Ingest
@testable import Pipeline

/// Templates: refused with a place, or filled in with the same words each time, in bounded room. What stands behind
/// the first part are the campaign's own texts, which are hostile, too.
enum TemplateTarget {
  /// The longest bulletin; that of the fixtures is less than 100 KB long.
  private static let longest = 64 << 20

  static func run(_ bytes: [UInt8]) throws(FuzzFault) {
    guard var edition = edition else { return }
    let parts = FuzzParts.split(bytes)
    let text = String(decoding: parts[0].bytes, as: UTF8.self)
    let fields = TemplateSchema.fields(edition.campaign)
    let problems = TemplateCheck.problems(text, fields)
    try FuzzFault.unless(problems == TemplateCheck.problems(text, fields), "checked twice, told otherwise")
    for problem in problems {
      try FuzzFault.unless(problem.line >= 1 && problem.column >= 1, "no place: \(problem)")
      let messages = Language.allCases.map { problem.message($0) }
      try FuzzFault.unless(messages.allSatisfy { !$0.isEmpty }, "no message")
    }
    guard problems.isEmpty else { return }
    let words = parts.dropFirst().map { String(decoding: $0.bytes, as: UTF8.self) }
    if let title = words.first { edition.campaign.title = title }
    if let office = words.last { edition.campaign.organisation = office }
    edition.campaign.templates = ["title", "headline", "rates.before", "own-a"].map {
      CampaignTemplate(name: $0, text: text)
    }
    try check(edition)
  }

  private static func check(_ edition: Edition) throws(FuzzFault) {
    let pages = rendered(edition)
    try FuzzFault.unless(pages == rendered(edition), "rendered twice, rendered otherwise")
    try FuzzFault.unless(pages.allSatisfy { $0.utf8.count < longest }, "a bulletin without end")
    try ActivePage.check(html: pages[1])
  }

  private static func rendered(_ edition: Edition) -> [String] {
    let document = Bulletin.document(edition)
    return [
      MarkdownRenderer.render(document, language: edition.campaign.language),
      HTMLRenderer.render(document, language: edition.campaign.language),
    ]
  }

  /// A month in which every unit has sent in the same.
  private static let edition: Edition? = {
    guard let world = FuzzWorld.all.first else { return nil }
    let headings = ["单位代码"] + world.campaign.items.map(\.label)
    let rows = world.roster.units.map { ["\($0.code)"] + world.campaign.items.map { _ in "1" } }
    let file = ([headings] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n")
    // The array outlives the call.
    let reading = unsafe Array(file.utf8).withUnsafeBytes { bytes in
      unsafe SubmissionReader(world.context).read(bytes, of: world.submission(nil))
    }
    let made = ReturnsAssembler.assemble([reading], campaign: world.campaign, roster: world.roster)
    let month = MonthReading(returns: made.returns, findings: made.findings, bytes: { _ in nil })
    guard let figures = try? Figures.of(world.campaign, made.returns) else { return nil }
    return (try? MonthRun(world.workspace, month, figures))?.edition(of: 0)
  }()
}

/// Pages of HTML hold no elements but the renderer's own, whatever texts they are made of.
enum ActivePage {
  /// The elements of a page of the fixtures, and those that other documents add.
  private static let known: Set<String> = [
    "html", "head", "meta", "title", "style", "script", "body", "header", "main", "footer", "nav", "section",
    "h1",
    "h2", "h3", "p", "ul", "ol", "li", "a", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    "svg",
    "g", "path", "rect", "line", "text", "tspan", "circle", "polyline", "polygon", "desc", "figure",
    "figcaption",
    "div", "span", "strong", "em", "br", "wbr", "button", "input", "label", "abbr", "sup", "sub", "small",
    "details",
    "summary", "!doctype", "col", "colgroup", "defs", "pattern", "dl", "dt", "dd", "select", "option", "time",
  ]

  static func check(html: String) throws(FuzzFault) {
    let bytes = Array(html.utf8)
    var scripts = 0
    for place in bytes.indices.dropLast() where bytes[place] == UInt8(ascii: "<") {
      var name = bytes[(place + 1)...].prefix { $0 != 0x20 && $0 != UInt8(ascii: ">") && $0 != 0x0A }
      if name.first == UInt8(ascii: "/") { name = name.dropFirst() }
      let element = String(decoding: name, as: UTF8.self).lowercased()
      if element == "script" { scripts += 1 }
      // The page's own script compares numbers.
      try FuzzFault.unless(known.contains(element) || scripts == 1, "an element of a text: <\(element)")
    }
    try FuzzFault.unless(scripts <= 2, "\(scripts) tags of scripts")
  }
}
