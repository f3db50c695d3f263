import Foundation
import Model
import TestSupport
import Testing

@testable import Ingest

/// Plain rows of returns are read without records: it must come out as if they were not.
@Suite struct ReturnLaneTests {
  private struct Outcome: Equatable {
    var rows: [SubmissionReading.Row]
    var rejected: [SubmissionReading.Row]
    var values: [Int64]
    var states: [CellState]
    var texts: [String]
    var extents: [SubmissionReading.Extent]
    var findings: [String]
  }

  private static func read(_ bytes: [UInt8], _ fixture: Fixture, sender: String?, usesLane: Bool) -> Outcome {
    let context = ReadingContext(
      campaign: fixture.campaign, registry: fixture.registry, roster: fixture.roster)
    let from = sender.flatMap { UnitCode($0) }.flatMap { fixture.roster.index(of: $0) }
    let submission = Submission(
      path: "a.csv", size: 0, sha256: "", sender: from, received: LocalTime(minutes: 0))
    var sink = RowSink(wantsDigest: false)
    sink.usesLane = usesLane
    // The array outlives the call.
    let reading = unsafe bytes.withUnsafeBytes { bytes in
      unsafe SubmissionReader(context).read(bytes, of: submission, sink)
    }
    return Outcome(
      rows: reading.rows, rejected: reading.rejected, values: reading.values, states: reading.states,
      texts: reading.texts, extents: reading.extents, findings: reading.findings.map(Fixture.line))
  }

  private static let odd = [
    "", " ", "—", "无", "1.5", "1,5", "'7", "12345678901234567890", "0.", ".5", "００1", "合计", "例", "#REF!",
    "x\u{0}y", "-3", "1.234", "2016.10", "说明：", "\"a\"\"b\"",
  ]

  private static let names = [
    "00": "全国", "130102": "长安县", "130102001": "城关镇", "130102002": "东乡", "130103": "桥西县",
    "130103001": "东风镇", "130102003": "西乡",
  ]

  private static func row(_ headings: [String], _ random: inout SplitMix64) -> [String] {
    let code = names.keys.sorted().randomElement(using: &random) ?? ""
    return headings.map { heading in
      if Int.random(in: 0..<60, using: &random) == 0 { return odd.randomElement(using: &random) ?? "" }
      switch heading {
      case "单位代码": return code
      case "单位名称":
        return Int.random(in: 0..<20, using: &random) == 0 ? "长安县合计" : names[code] ?? ""
      case "月份": return Int.random(in: 0..<20, using: &random) == 0 ? "2016-07" : "2016-06"
      case "动员会":
        let isOdd = Int.random(in: 0..<20, using: &random) == 0
        return
          (isOdd ? ["2", "01", "10", "是 ", "不是", "是否", "不适用", "召开了"] : ["0", "1", "是", "否", "有", "√", ""])
          .randomElement(using: &random) ?? ""
      case "委员人数":
        return ["", "\(Int.random(in: 0..<500, using: &random))"].randomElement(using: &random) ?? ""
      case "工作经费": return "\(Int.random(in: 0..<99, using: &random)).\(Int.random(in: 0..<9, using: &random))"
      case "日期": return "2016-06-0\(Int.random(in: 1...9, using: &random))"
      case "评价": return ["好", "优", ""].randomElement(using: &random) ?? ""
      default: return ["", "没有", "路远，人少", "第二个问题"].randomElement(using: &random) ?? ""
      }
    }
  }

  /// Rows most of which are plain, with all that may come between them.
  private static func file(_ random: inout SplitMix64) -> [UInt8] {
    var headings = Fixture.headings.split(separator: ",").map(String.init).shuffled(using: &random)
    headings = Array(headings.prefix(Int.random(in: 3...9, using: &random)))
    if !headings.contains("单位代码") { headings[0] = "单位代码" }
    if Int.random(in: 0..<4, using: &random) == 0 { headings.append("备注") }
    let end = Bool.random(using: &random) ? "\n" : "\r\n"
    var lines = [headings.joined(separator: ",")]
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      var cells = row(headings, &random)
      switch Int.random(in: 0..<40, using: &random) {
      case 0: cells.removeLast()
      case 1: cells.append("多")
      case 2: lines.append("")
      case 3: cells = cells.map { $0.contains("\"") ? $0 : "\"\($0)\"" }
      default: break
      }
      lines.append(cells.joined(separator: ","))
    }
    return Array((lines.joined(separator: end) + (Bool.random(using: &random) ? end : "")).utf8)
  }

  private static let rounds =
    ProcessInfo.processInfo.environment["YUEBAO_FUZZ"].flatMap { Int($0) }.map { $0 / 10 } ?? 400

  @Test func givesWhatRecordsGive() throws {
    var random = SplitMix64(seed: 27)
    let fixture = try Fixture()
    var (rows, texts) = (0, 0)
    for _ in 0..<Self.rounds {
      let bytes = Self.file(&random)
      let sender = [nil, "130102", "130103"].randomElement(using: &random) ?? nil
      let found = [true, false].map { Self.read(bytes, fixture, sender: sender, usesLane: $0) }
      rows += found[0].rows.count
      texts += found[0].texts.count
      #expect(found[0] == found[1], "\(String(decoding: bytes, as: UTF8.self))")
      if found[0] != found[1] { return }
    }
    #expect(rows > Self.rounds && texts > Self.rounds)
  }

  /// Where names are not known, the lane tells rows of totals by their last character as the reader does.
  @Test func totalsWhereNamesAreNotKnown() throws {
    let month = try #require(Month("2016-06"))
    let fixture = try Fixture()
    let codes = ["130102", "130102001", "130102002"].compactMap { UnitCode($0) }
    let levels = fixture.campaign.levels
    let registry = try #require(Registry(topOf: levels, groups: ["涉农"], from: month))
    let roster = try #require(
      Roster(prefixes: [6, 9], of: codes, levels: levels, groups: ["涉农"], in: month))
    let context = ReadingContext(campaign: fixture.campaign, registry: registry, roster: roster)
    for encoding in [String.Encoding.utf8, .init(rawValue: 0x8000_0632)] {
      let text = "单位代码,单位名称,委员人数\n130102001,城关镇,3\n130102002,东乡合计,4\n130102002,东乡总,5\n"
      let bytes = try #require(text.data(using: encoding))
      let lane = [true, false].map { usesLane in
        var sink = RowSink(wantsDigest: false)
        sink.usesLane = usesLane
        let submission = Submission(
          path: "a.csv", size: 0, sha256: "", sender: nil, received: LocalTime(minutes: 0))
        // The bytes outlive the call.
        return unsafe bytes.withUnsafeBytes {
          unsafe SubmissionReader(context).read($0, of: submission, sink)
        }
      }
      #expect(lane[0].rows == lane[1].rows)
      #expect(lane[0].values == lane[1].values)
      #expect(lane[0].findings.map(Fixture.line) == lane[1].findings.map(Fixture.line))
    }
  }
}
