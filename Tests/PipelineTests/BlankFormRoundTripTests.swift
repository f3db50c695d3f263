import Ingest
import Model
import Render
import TestSupport
import Testing

@testable import Pipeline

/// Blank forms, filled in as a spreadsheet program would, and read again.
@Suite struct BlankFormRoundTripTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace.open(try #require(fixture("one-city")), language: nil) }

  private func roster(_ month: String) throws -> Roster {
    workspace.registry.roster(in: try #require(Month(month)))
  }

  private func form(_ unit: String, _ id: String, month: String = "2016-06") throws -> BlankForm {
    let roster = try roster(month)
    return try workspace.blankForm(of: try UnitFinder.find(unit, in: roster, .zh), id: id, roster)
  }

  private func read(
    _ bytes: [UInt8], from unit: String, month: String = "2016-06"
  ) throws -> (returns: Returns, findings: [Finding]) {
    let roster = try roster(month)
    let reader = SubmissionReader(
      campaign: workspace.campaign, registry: workspace.registry, roster: roster)
    let submission = Submission(
      path: "back", size: bytes.count, sha256: "", sender: try UnitFinder.find(unit, in: roster, .zh),
      received: LocalTime(minutes: 0))
    // The array outlives the call.
    let reading = unsafe bytes.withUnsafeBytes { unsafe reader.read($0, of: submission) }
    return ReturnsAssembler.assemble([reading], campaign: workspace.campaign, roster: roster)
  }

  /// What a cell holds in the file, and what is to be read from it.
  private struct Answer {
    var cell: String
    var state = CellState.value
    var value: Int64 = 0
    var text = ""

    static func typed(_ text: String, _ value: Int64 = 0) -> Answer {
      Answer(cell: "t=\"inlineStr\"><is><t>\(text)</t></is>", value: value)
    }
    static func number(_ number: String, _ value: Int64) -> Answer {
      Answer(cell: "><v>\(number)</v>", value: value)
    }
  }

  /// An answer to an item in a row, different from row to row; every fifth says that the item does not apply.
  private func answer(_ item: Item, _ row: Int) throws -> Answer {
    if row % 5 == 4, item.type != .text {
      var dash = Answer.typed("—")
      dash.state = .notApplicable
      return dash
    }
    switch item.type {
    case .flag: return row % 2 == 0 ? .typed("是", 1) : .typed("否", 0)
    case .count: return .number("\(row * 7)", Int64(row * 7))
    case .amount: return .number("\(row).25", Int64(row * 100 + 25))
    case .choice(let choices):
      let place = row % choices.count
      return .typed(choices[place].label, Int64(place))
    case .date:
      // 42522 is the first of June 2016 as Excel counts.
      let date = "2016-06-\(row + 1 < 10 ? "0" : "")\(row + 1)"
      return .number("\(42522 + row)", Int64(try #require(Day(date)).number))
    case .text, .key:
      var text = Answer.typed("第\(row)行的困难")
      text.text = "第\(row)行的困难"
      return text
    }
  }

  @Test(arguments: [
    ("清河县", "monthly"), ("清河县", "visits"), ("云山市", "monthly"), ("云山市", "visits"), ("900101001", "monthly"),
  ]) func givesExactlyWhatWasFilledIn(unit: String, id: String) throws {
    let form = try form(unit, id)
    let items = workspace.campaign.items
    let part = "xl/worksheets/sheet1.xml"
    let bytes = try BlankFormWorkbook.render(form)
    var sheet = try Unzip.text(part, of: bytes)
    var answers: [(unit: Int, item: Int, answer: Answer)] = []
    for (row, unit) in form.units.enumerated() {
      for (column, item) in form.items.enumerated()
      where items[item].filledBy.contains(form.roster.units[unit].level) {
        let answer = try answer(items[item], row)
        let start = "<c r=\"\(Place.letters(column + 4))\(row + 4)\" s="
        let cell = try #require(sheet.firstRange(of: start))
        let end = try #require(sheet[cell.upperBound...].firstRange(of: "/>"))
        sheet.replaceSubrange(end, with: " \(answer.cell)</c>")
        answers.append((unit, item, answer))
      }
    }
    let (returns, findings) = try read(try Zip.replacing(part, with: sheet, in: bytes), from: unit)
    #expect(findings.isEmpty, "\(findings.map { "\($0.code) \($0.place) \($0.value)" })")
    for unit in form.units { #expect(returns.statuses[form.form][unit] == .accepted) }
    for (unit, item, answer) in answers {
      let column = returns.columns[item]
      #expect(column.states[unit] == answer.state, "\(items[item].id) of \(unit)")
      if items[item].type == .text {
        #expect(returns.texts[Int(column.values[unit])] == answer.text)
      } else {
        #expect(column.values[unit] == answer.value, "\(items[item].id) of \(unit)")
      }
    }
  }

  @Test func aBlankWorkbookIsReadWithoutAFinding() throws {
    let form = try form("清河县", "monthly")
    let (returns, findings) = try read(try BlankFormWorkbook.render(form), from: "清河县")
    #expect(findings.isEmpty, "\(findings.map { "\($0.code) \($0.place)" })")
    for unit in form.units { #expect(returns.statuses[form.form][unit] == .accepted) }
  }

  @Test func theFormOfAnotherMonthIsRefused() throws {
    let bytes = try BlankFormWorkbook.render(try form("清河县", "visits", month: "2016-05"))
    let (returns, findings) = try read(bytes, from: "清河县")
    #expect(findings.map(\.code) == ["month-differs", "month-differs"])
    #expect(findings.first?.place == Place(file: "back"))
    #expect(findings.first?.reason.message(.en).contains("blank form of 2016-05") == true)
    #expect(!returns.statuses[1].contains(.accepted))
  }

  @Test func anotherFormThanThatOfTheBlankFormIsQueried() throws {
    let bytes = try BlankFormWorkbook.render(try form("清河县", "visits"))
    let part = "xl/sharedStrings.xml"
    for (id, words) in [("monthly", "对标整改月报表"), ("quarterly", "quarterly")] {
      let strings = try Unzip.text(part, of: bytes).replacing("<t>visits</t>", with: "<t>\(id)</t>")
      let (returns, findings) = try read(try Zip.replacing(part, with: strings, in: bytes), from: "清河县")
      #expect(findings.map(\.code) == ["form-differs"])
      #expect(findings.first?.reason.message(.zh).contains("“\(words)”的空白表") == true)
      #expect(returns.statuses[1].contains(.accepted))
    }
  }

  @Test func aHiddenSheetThatOnlyHasTheNameIsSaid() throws {
    let bytes = try BlankFormWorkbook.render(try form("清河县", "visits"))
    let part = "xl/sharedStrings.xml"
    let strings = try Unzip.text(part, of: bytes).replacing("<t>blank form</t>", with: "<t>notes</t>")
    let findings = try read(try Zip.replacing(part, with: strings, in: bytes), from: "清河县").findings
    #expect(findings.map(\.code) == ["sheet-hidden"])
  }
}
