import Foundation
import Ingest
import Model
import Render
import TestSupport
import Testing

@testable import Pipeline

@Suite struct BlankFormTests {
  private let workspace: Workspace
  private let roster: Roster

  init() throws {
    workspace = try Workspace.open(try #require(fixture("one-city")), language: nil)
    roster = workspace.registry.roster(in: try #require(Month("2016-06")))
  }

  private func form(_ unit: String, _ id: String = "monthly") throws -> BlankForm {
    let found = try UnitFinder.find(unit, in: roster, .zh)
    return try workspace.blankForm(of: found, id: id, roster)
  }

  /// A right answer to an item, or nothing where the unit's level is not asked.
  private func sample(_ item: Item, _ unit: Int) -> String {
    guard item.filledBy.contains(roster.units[unit].level) else { return "" }
    return switch item.type {
    case .flag: "是"
    case .count: "12"
    case .amount: "2.50"
    case .choice(let choices): choices[0].label
    case .date: "2016-06-14"
    case .text, .key: "没有困难"
    }
  }

  private func read(_ bytes: [UInt8], sender: Int?) throws -> (returns: Returns, findings: [Finding]) {
    let reader = SubmissionReader(
      campaign: workspace.campaign, registry: workspace.registry, roster: roster)
    let submission = Submission(
      path: "back", size: bytes.count, sha256: "", sender: sender, received: LocalTime(minutes: 0))
    // The array outlives the call.
    let reading = unsafe bytes.withUnsafeBytes { unsafe reader.read($0, of: submission) }
    return ReturnsAssembler.assemble([reading], campaign: workspace.campaign, roster: roster)
  }

  /// Reads what came back, and expects an answer of each unit to each item that it is asked.
  private func expectReadWhole(_ bytes: [UInt8], of form: BlankForm) throws {
    let (returns, findings) = try read(bytes, sender: form.unit)
    #expect(findings.isEmpty, "\(findings.map { "\($0.code) \($0.place)" })")
    for unit in form.units {
      #expect(returns.statuses[form.form][unit] == .accepted)
      for item in form.items where workspace.campaign.items[item].filledBy.contains(roster.units[unit].level)
      {
        #expect(returns.columns[item].states[unit] == .value)
      }
    }
  }

  @Test(arguments: [("清河县", "monthly"), ("清河县", "visits"), ("云山市", "monthly"), ("城关镇 900101001", "monthly")])
  func aFilledCSVIsReadWithoutAFinding(_ unit: String, _ id: String) throws {
    let form = try form(String(unit.split(separator: " ").last ?? ""), id)
    let lines = String(decoding: BlankFormCSV.render(form), as: UTF8.self)
      .split(separator: "\r\n").map(String.init)
    #expect(lines.count == form.units.count + 1)
    let filled = zip(form.units, lines.dropFirst()).map { unit, line in
      let fixed = line.split(separator: ",", omittingEmptySubsequences: false).prefix(3).map(String.init)
      let answers = form.items.map { sample(workspace.campaign.items[$0], unit) }
      return (fixed + answers).joined(separator: ",")
    }
    try expectReadWhole(Array(([lines[0]] + filled).joined(separator: "\r\n").utf8), of: form)
  }

  @Test func aBlankCSVIsReadWithoutAFinding() throws {
    let form = try form("清河县")
    #expect(try read(BlankFormCSV.render(form), sender: form.unit).findings.isEmpty)
  }

  @Test func theWorkbookSaysWhatEachCellTakes() throws {
    let bytes = try BlankFormWorkbook.render(try form("清河县"))
    let sheet = try Unzip.text("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("<formula1>\"是,否,—\"</formula1>"))
    #expect(sheet.contains("<formula1>\"现场,视频,现场加视频,—\"</formula1>"))
    #expect(sheet.contains("IF(ISNUMBER(G4),AND(G4&gt;=0,ROUND(G4,0)=G4),G4=\"—\")"))
    #expect(sheet.contains("<sheetProtection sheet=\"1\""))
    #expect(sheet.contains("<pane xSplit=\"2\" ySplit=\"3\""))
    #expect(!sheet.contains("<f>"))
    let book = try Unzip.text("xl/workbook.xml", of: bytes)
    #expect(book.contains("<sheet name=\"yuebao\" sheetId=\"2\" state=\"hidden\""))
    let strings = try Unzip.text("xl/sharedStrings.xml", of: bytes)
    for text in ["清河县2016年6月对标整改月报表", "900101001", "2016-06", "云山对标整改", "monthly"] {
      #expect(strings.contains("<t>\(text)</t>"), "\(text)")
    }
    #expect(bytes == (try BlankFormWorkbook.render(try form("清河县"))))
  }

  @Test func longListsOfAnswersStandInCells() throws {
    var campaign = workspace.campaign
    let mode = try #require(campaign.items.firstIndex { $0.id == "mode" })
    campaign.items[mode].type = .choice(
      (0..<60).map { Choice(id: "c\($0)", label: "第\($0)种，会议, 形式") })
    let unit = try UnitFinder.find("清河县", in: roster, .zh)
    let form = try #require(BlankForm(campaign: campaign, form: 0, unit: unit, roster: roster))
    let bytes = try BlankFormWorkbook.render(form)
    let sheet = try Unzip.text("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("<formula1>'yuebao'!$D$1:$D$61</formula1>"))
    #expect(try Unzip.text("xl/sharedStrings.xml", of: bytes).contains("第59种"))
  }

  @Test func doesNotOverwrite() throws {
    let file = NSTemporaryDirectory() + "yuebao-form-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let month = Month("2016-06")
    let write = { () throws(Failure) -> String in
      try workspace.writeBlankForm(
        for: "清河县", form: "monthly", month: month, format: .csv, output: file)
    }
    #expect(try write() == file)
    #expect(throws: Failure.self) { try write() }
    do throws(Failure) { _ = try write() } catch { #expect(error.code == .cannotCreate) }
  }

  @Test(arguments: [("清河县", nil, "--form"), ("清河县", "monthyl", "monthly"), ("城关镇", "visits", "城关镇")])
  func asksWhatIsMeant(_ unit: String, _ id: String?, _ words: String) throws {
    let code = unit == "城关镇" ? "900101001" : unit
    let found = try UnitFinder.find(code, in: roster, .zh)
    do throws(Failure) {
      _ = try workspace.blankForm(of: found, id: id, roster)
      Issue.record("no failure")
    } catch {
      #expect(error.code == .usage)
      #expect(error.description.contains(words), "\(error)")
    }
  }

  @Test func theBlankSheetOfALedgerHasItsColumns() throws {
    var campaign = try readConfig(
      "levels: [{id: city}, {id: county}, {id: township}]\n" + LedgerConfigTests.campaign,
      [("monthly", LedgerConfigTests.form), ("branches", try LedgerConfigTests.page())]
    ).get()
    let unit = try UnitFinder.find("清河县", in: roster, .zh)
    let form = try #require(BlankForm(campaign: campaign, form: 1, unit: unit, roster: roster))
    #expect(
      String(decoding: BlankFormCSV.render(form), as: UTF8.self)
        == "\u{FEFF}单位代码,单位名称,支部编号,书记姓名,出生年月,政治面貌,职务,财政供养,团员数,任职时间,离任时间\r\n")
    let bytes = try BlankFormWorkbook.render(form)
    let sheet = try Unzip.text("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("<formula1>\"书记,副书记,委员,—\"</formula1>"))
    #expect(sheet.contains("<row r=\"1003\"") && !sheet.contains("<row r=\"1004\""))
    #expect(!sheet.contains("<sheetProtection"))
    let strings = try Unzip.text("xl/sharedStrings.xml", of: bytes)
    for text in ["清河县2016年6月村支部换届台账", "branches", "2016-06", "blank form"] {
      #expect(strings.contains("<t>\(text)</t>"), "\(text)")
    }
    campaign.ledgers[0].unitPrefix = Ledger.UnitPrefix(column: 0, length: 9)
    let short = try #require(BlankForm(campaign: campaign, form: 1, unit: unit, roster: roster))
    #expect(BlankFormCSV.render(short).starts(with: "\u{FEFF}支部编号,书记姓名".utf8))
    #expect(
      try Unzip.text("xl/worksheets/sheet1.xml", of: try BlankFormWorkbook.render(short)).contains(
        "ySplit=\"3\""))
  }
}
