import Glibc
import Model
import TestSupport

@testable import Ingest

/// Files of a ledger with all that people write around and into them.
enum RandomLedgerFile {
  static func text(hasPrefix: Bool, _ random: inout SplitMix64) -> String {
    var columns = LedgerFixture.headings.split(separator: ",").map(String.init).shuffled(using: &random)
    columns = Array(columns.prefix(Int.random(in: 4...10, using: &random)))
    if hasPrefix, !columns.contains("支部编号") { columns[0] = "支部编号" }
    if !hasPrefix { columns.insert("单位代码", at: Int.random(in: 0...columns.count, using: &random)) }
    if Int.random(in: 0..<3, using: &random) == 0 { columns.append("备注") }
    if !columns.contains("书记姓名") { columns.append("书记姓名") }
    var lines = [
      ["支部台账"], ["填表人：张三", "2016年6月"], ["联系人", "李四", "13800138000"], [""],
    ].shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)).map { $0.joined(separator: ",") }
    lines.append(columns.joined(separator: ","))
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      lines.append(columns.map { quoted(cell($0, hasPrefix, &random)) }.joined(separator: ","))
    }
    if Bool.random(using: &random) {
      lines += ["", "", "审核人：张三,电话：13800138000", "制表：王五"].prefix(Int.random(in: 1...4, using: &random))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    cell.contains { $0 == "\"" || $0 == "," || $0 == "\n" }
      ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
  }

  private static func cell(_ column: String, _ hasPrefix: Bool, _ random: inout SplitMix64) -> String {
    let odd = ["", "", " ", "—", "无", "#REF!", "不适用", "合计", "例", "甲,乙", "一\n二", "\"", "'", "12*", "张三", "备注"]
    if Int.random(in: 0..<8, using: &random) == 0 { return odd.randomElement(using: &random) ?? "" }
    let usual: [String] =
      switch column {
      case "支部编号":
        hasPrefix
          ? [
            "130102001000000001", "130102001000000002", "'130102002000000003", "１３０１０２００１000",
            "130103001000000001", "1301",
          ]
          : ["1", "2", "甲1", "乙"]
      case "单位代码": ["130102001", "130102002", "130103001", "130102", "1", "130102001"]
      case "书记姓名": ["张三", "李四", "欧阳娜娜"]
      case "身份证号": ["110101199003071234", "11010119900307123X"]
      case "出生年月", "任职时间", "离任时间":
        ["1990-03-07", "1990年3月", "2016-02-30", "二〇一六年六月十四日", "42535", "2016/6/1"]
      case "政治面貌": ["中共党员", "league", "共青团员", "群众"]
      case "财政供养": ["是", "否", "1", "×", "有"]
      default: ["1", "1.5", "1,234", "2万", "12345678901"]
      }
    return usual.randomElement(using: &random) ?? ""
  }

  /// The same cells in a workbook.
  static func workbook(_ text: String) throws -> [UInt8] {
    let rows = cells(text).map { row in
      let cells = row.cells.enumerated().map { field, value in
        let place = " r=\"\(Place.letters(field + 1))\(row.row)\""
        let escaped = value.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return value.isEmpty ? "" : "<c\(place) t=\"str\"><v>\(escaped)</v></c>"
      }
      return "<row r=\"\(row.row)\">\(cells.joined())</row>"
    }
    return try WorkbookBuilder(("台账", "visible", rows.joined())).bytes()
  }

  /// The same in a workbook of Excel 97, where one text in twenty ends in half of a surrogate pair.
  static func legacyWorkbook(_ text: String, _ random: inout SplitMix64) -> [UInt8] {
    var book = LegacyBook()
    for row in cells(text) {
      for (field, value) in row.cells.enumerated() where !value.isEmpty {
        var bytes = LegacyBook.text(value)
        if row.row > 3, Int.random(in: 0..<20, using: &random) == 0 {
          bytes = LegacyFile.word(value.utf16.count + 1) + bytes.dropFirst(2) + [0x3D, 0xD8]
        }
        book.sheet.append((0x0204, LegacyBook.cell(row.row - 1, field) + bytes))
      }
    }
    return LegacyFile(book.stream).bytes
  }

  private static func cells(_ text: String) -> [(row: Int, cells: [String])] {
    let bytes = Array(text.utf8)
    // The array outlives the reader.
    return unsafe bytes.withUnsafeBytes { bytes in
      var reader = unsafe CSVReader(bytes)
      var (record, rows) = (Record(), [(row: Int, cells: [String])]())
      while (try? reader.next(into: &record)) == true {
        rows.append((record.row, (0..<record.count).map { record.text($0) ?? "" }))
      }
      return rows
    }
  }

  static func gb18030(_ text: String) -> [UInt8] {
    guard let descriptor = unsafe iconv_open("GB18030", "UTF-8") else { return [] }
    defer { unsafe iconv_close(descriptor) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2)
    var (left, room) = (input.count, output.count)
    // The lengths are those of the arrays.
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        unsafe iconv(descriptor, &from, &left, &to, &room)
      }
    }
    return output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
  }

  /// The same in UTF-8, with a mark or without, in UTF-16, or in GB18030.
  static func bytes(_ text: String, seed: UInt64) -> [UInt8] {
    switch seed % 5 {
    case 0: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case 1: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case 2: gb18030(text)
    default: Array(text.utf8)
    }
  }
}
