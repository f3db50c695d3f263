import Foundation
import Model
import TestSupport
import Testing

@testable import Ingest

/// Plain rows of ledgers are read without records: it must come out as if they were not.
@Suite struct LedgerLaneTests {
  private struct Outcome: Equatable {
    var units: [Int32] = []
    var rows: [Int32] = []
    var values: [Int64] = []
    var states: [CellState] = []
    var findings: [String] = []
    var months: [Month?] = []
  }

  private static func read(
    _ bytes: [UInt8], _ fixture: LedgerFixture, sender: String?, isOfAnyMonth: Bool, usesLane: Bool
  ) -> Outcome {
    var outcome = Outcome()
    let months = MonthContexts(
      campaign: fixture.campaign, registry: fixture.base.registry, fixture.base.roster)
    let context = months.first
    let from = sender.flatMap { UnitCode($0) }.flatMap { fixture.base.roster.index(of: $0) }
    let submission = Submission(
      path: "a.csv", size: 0, sha256: "", sender: from, received: LocalTime(minutes: 0))
    var sink = RowSink(
      rows: { rows in
        outcome.units += rows.units
        outcome.rows += rows.rows
        outcome.values += rows.values
        outcome.states += rows.states
        outcome.months += rows.units.map { _ in rows.month }
      }, months: isOfAnyMonth ? months : nil, wantsDigest: false)
    sink.usesLane = usesLane
    // The array outlives the call.
    let reading = unsafe bytes.withUnsafeBytes { bytes in
      unsafe SubmissionReader(context).read(bytes, of: submission, sink)
    }
    outcome.findings = reading.findings.map(Fixture.line)
    return outcome
  }

  private static let odd = [
    "", " ", "—", "无", "1.5", "1,5", "'7", "12345678901234567890", "0.", ".5", "００1", "合计", "例", "#REF!",
    "x\u{0}y",
    "-3", "1.234", "99999999999999", "2016-13", "2016.10", "说明：",
  ]

  private static func cell(_ heading: String, _ random: inout SplitMix64) -> String {
    if Int.random(in: 0..<60, using: &random) == 0 { return odd.randomElement(using: &random) ?? "" }
    switch heading {
    case "支部编号":
      let unit = ["130102001", "130102002", "130102001", "130103001"].randomElement(using: &random) ?? ""
      return unit + Digits.padded(Int.random(in: 0..<400, using: &random), 9)
    case "月份": return Int.random(in: 0..<9, using: &random) == 0 ? "2016-07" : "2016-06"
    case "出生年月", "任职时间", "离任时间": return "2016-0\(Int.random(in: 1...9, using: &random))-11"
    case "政治面貌": return Bool.random(using: &random) ? "中共党员" : "共青团员"
    case "财政供养": return ["0", "1", "是", ""].randomElement(using: &random) ?? ""
    case "经费": return "\(Int.random(in: 0..<9999, using: &random)).\(Int.random(in: 0..<99, using: &random))"
    case "团员数": return "\(Int.random(in: 0..<500, using: &random))"
    default: return ["3", "42", "张三", ""].randomElement(using: &random) ?? ""
    }
  }

  /// Rows most of which are plain, with all that may come between them.
  private static func file(_ random: inout SplitMix64) -> [UInt8] {
    var headings = LedgerFixture.headings.split(separator: ",").map(String.init).shuffled(using: &random)
    headings = Array(headings.prefix(Int.random(in: 2...10, using: &random)))
    if !headings.contains("支部编号") { headings[0] = "支部编号" }
    if Bool.random(using: &random) { headings.append("月份") }
    if Int.random(in: 0..<4, using: &random) == 0 { headings.append("备注") }
    let end = Bool.random(using: &random) ? "\n" : "\r\n"
    var lines = [headings.joined(separator: ",")]
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      var cells = headings.map { cell($0, &random) }
      switch Int.random(in: 0..<40, using: &random) {
      case 0: cells.removeLast()
      case 1: cells.append("多")
      case 2: lines.append("")
      case 3: cells = cells.map { "\"\($0)\"" }
      default: break
      }
      lines.append(cells.joined(separator: ","))
    }
    let text = lines.joined(separator: end) + (Bool.random(using: &random) ? end : "")
    return Array(text.utf8)
  }

  private static let rounds =
    ProcessInfo.processInfo.environment["YUEBAO_FUZZ"].flatMap { Int($0) }.map { $0 / 10 } ?? 300

  @Test func givesWhatRecordsGive() throws {
    var random = SplitMix64(seed: 8)
    let fixture = try LedgerFixture()
    var plain = 0
    for _ in 0..<Self.rounds {
      let bytes = Self.file(&random)
      let sender = [nil, "130102", "130103"].randomElement(using: &random) ?? nil
      let isOfAnyMonth = Bool.random(using: &random)
      let found = [true, false].map {
        Self.read(bytes, fixture, sender: sender, isOfAnyMonth: isOfAnyMonth, usesLane: $0)
      }
      plain += found[0].rows.count
      #expect(found[0] == found[1], "\(String(decoding: bytes, as: UTF8.self))")
      if found[0] != found[1] { return }
    }
    #expect(plain > Self.rounds)
  }

  /// A month a row costs no more memory than a few.
  /// Beside the first, so many months, and each as often as it is asked for.
  @Test func manyMonths() throws {
    let fixture = try LedgerFixture()
    let months = MonthContexts(
      campaign: fixture.campaign, registry: fixture.base.registry, fixture.base.roster, most: 3)
    let asked = (1...4).compactMap { Month(year: 2030, number: $0) }
    for _ in 0..<2 {
      #expect(months.context(of: fixture.base.roster.month) === months.first)
      for month in asked.prefix(3) { #expect(months.context(of: month)?.roster.month == month) }
    }
    #expect(!months.isFull)
    #expect(try months.context(of: #require(asked.last)) == nil)
    #expect(months.isFull)
    #expect(months.context(of: asked[0])?.roster.month == asked[0])
  }

  @Test func rowsMayBeOfAnyMonth() throws {
    let text =
      "支部编号,月份,团员数\n130102001000000001,2016-06,5\n130102001000000001,2016-07,6\n130102001000000002,,7\n"
    let found = Self.read(
      Array(text.utf8), try LedgerFixture(), sender: nil, isOfAnyMonth: true, usesLane: true)
    #expect(found.months == [Month("2016-06"), Month("2016-07")])
    #expect(found.findings.contains { $0.contains("month-unreadable") })
  }
}
