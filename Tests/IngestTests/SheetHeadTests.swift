import Model
import Testing

@testable import Ingest

/// What is known of a file's headings from those of the file before must be what they are.
@Suite struct SheetHeadTests {
  private static let headings = "单位代码,单位名称,月份,动员会,委员人数"
  private static let rows = "130102001,城关镇,2016-06,1,5\n130102002,东乡,2016-06,0,7\n"
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Texts whose first lines are alike or not, in several encodings.
  private static let files: [[UInt8]] = {
    let texts = [
      "\(headings)\n\(rows)", "\(headings)\r\n\(rows)", "\(headings)\n", headings, "",
      "\(headings),备注\n\(rows)", "\(headings),\n\(rows)", "\"单位代码\",单位名称,动员会\n\(rows)",
      "2016年6月月报\n\(headings)\n\(rows)", "2016年6月月报\n单位名称,单位代码,动员会\n\(rows)",
      "单位代码,单位名称,情况,\n,,动员会,委员人数\n\(rows)", "单位代码\t动员会\n130102001\t1\n", "kickoff,code\n1,130102001\n",
      "kickoff,code\n1,１３０１０２００１\n", "没有表头\n", "<html>",
    ]
    let damaged = Array("\(headings)\n\(rows)".utf8) + [0xFF, 0x0A]
    let broken = Array("kickoff,code\n1,130102001\n".utf8) + [0xFF, 0x0A]
    return texts.flatMap { [Array($0.utf8), mark + Array($0.utf8), RandomLedgerFile.gb18030($0)] }
      + [damaged, broken, mark + damaged, [0]]
  }()

  private struct Facts: Equatable {
    let columns: [Int]
    let code: Int?
    let encoding: TextEncoding
    let delimiter: UInt8
    let mark: Int
    let isWhollyUTF8: Bool

    init(_ head: SheetHead) {
      (columns, code) = (head.plan.columns, head.plan.code)
      (encoding, delimiter, mark) = (head.encoding, head.delimiter, head.mark)
      isWhollyUTF8 = head.isWhollyUTF8
    }
  }

  private static func head(of file: [UInt8], like last: SheetHead?, _ reader: FigureReader) -> SheetHead? {
    // The array outlives the call.
    unsafe file.withUnsafeBytes { unsafe reader.head(of: $0, like: last) }
  }

  @Test func headingsFromTheFileBeforeAreTheOwn() throws {
    let fixture = try Fixture()
    let reader = FigureReader(
      campaign: fixture.campaign, registry: fixture.registry, roster: fixture.roster, isOfAnyMonth: false)
    let heads = SheetHeadTests.files.map { SheetHeadTests.head(of: $0, like: nil, reader) }
    #expect(heads.count { $0 != nil } > 30)
    var reused = 0
    for last in heads.compactMap({ $0 }) {
      for (file, own) in zip(SheetHeadTests.files, heads) {
        let head = SheetHeadTests.head(of: file, like: last, reader)
        #expect(head.map(Facts.init) == own.map(Facts.init), "\(String(decoding: file, as: UTF8.self))")
        if !last.line.isEmpty, file.dropFirst(last.mark).starts(with: last.line) { reused += 1 }
      }
    }
    #expect(reused > 20)
  }
}
