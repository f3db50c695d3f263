import Model
import Testing
import TestSupport

@testable import Ingest

@Suite struct HostileFileTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  /// What a file says depends on nothing but the file, whoever reads it beside what.
  @Test func severalThreadsMayRead() async {
    let texts = (0..<50).map { "\(Fixture.headings)\n130102001,城关镇,,是,\($0),x,,,文\n999,东乡,,是\n" }
    let wanted = texts.map { fixture.read($0) }
    let found = await withTaskGroup(of: (Int, SubmissionReading).self) { group in
      for (place, text) in texts.enumerated() { group.addTask { (place, fixture.read(text)) } }
      return await group.reduce(into: [Int: SubmissionReading]()) { $0[$1.0] = $1.1 }
    }
    for (place, reading) in wanted.enumerated() {
      #expect(found[place]?.values == reading.values)
      #expect(found[place]?.findings.map(Fixture.line) == reading.findings.map(Fixture.line))
    }
  }

  /// Whatever is in a file, it is read to an end, and each row has an answer for each item.
  @Test(arguments: 0..<300) func damagedFilesAreReadToo(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let row = "130102001,城关镇,2016-06,是,\"1,234\",2.5,2016-06-14,好,\"经费\n不足\""
    let text = [Fixture.headings, row, "130102,长安县,,否,,,,,—", ""].joined(separator: "\r\n")
    var bytes = Array(text.utf8)
    let special: [UInt8] = [0, 0x22, 0x2C, 0x0A, 0x0D, 0x2D, 0x2E, 0x80, 0xFF]
    for _ in 0..<Int.random(in: 1..<9, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let byte = special.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = byte
      case 1: bytes.insert(byte, at: place)
      case 2: bytes.remove(at: place)
      default: bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
    }
    let reading = fixture.read(bytes: bytes, sender: "130102")
    let (returns, findings) = fixture.assemble(reading)
    #expect(
      reading.states.count == reading.rows.count * (reading.submission.tables.first?.columns.count ?? 0))
    #expect(reading.values.count == reading.states.count)
    #expect(returns.statuses[0].contains(.accepted) || !findings.isEmpty)
    for finding in findings { #expect(!finding.reason.message(.zh).isEmpty) }
  }

  /// Rows none of which is plain, or every other: that they are tried to be read as plain ones takes no longer for what
  /// was read before, or for what comes behind. It took minutes.
  @Test(arguments: ["\n", "\r", "\r\n"]) func manyRowsThatAreNotPlain(end: String) {
    let count = 40_000
    let short = (0..<count).map { "130102001,城关镇,,是,\($0)" }
    let mixed = (0..<count).map { "130102001,城关镇,2016-06,是,\($0),1,,," + ($0 % 2 == 0 ? "\"\"" : "") }
    for rows in [short, mixed] {
      let reading = fixture.read(([Fixture.headings] + rows).joined(separator: end))
      #expect(reading.rows.count == count)
      #expect(reading.rows.last.map { Int($0.row) } == count + 1)
      #expect(reading.values.count == count * (reading.submission.tables.first?.columns.count ?? 0))
    }
  }

  @Test(arguments: Language.allCases) func everyMessageIsWhole(language: Language) {
    for example in IngestFindings.examples {
      let message = example.message(language)
      #expect(message.hasSuffix(language.pick("。", ".")) && !message.contains("Optional"), "\(message)")
    }
  }
}
