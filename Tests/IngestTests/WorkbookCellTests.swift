import Testing

@testable import Ingest

/// What becomes of single cells, both ways: what a rule takes, and what it must not take.
@Suite struct WorkbookCellTests {
  private func shown(_ value: String, _ format: NumberFormat, isFrom1904: Bool = false) -> String {
    var tables = WorkbookTables()
    tables.formats = [format]
    tables.isFrom1904 = isFrom1904
    var text = CellText(tables)
    var record = Record()
    try? text.append(Array(value.utf8), .number, style: 0, to: &record, at: 0)
    return record.text(0) ?? ""
  }

  @Test(arguments: [
    ("0", "0"), ("130102001", "130102001"), ("0.30000000000000004", "0.3"), ("12.50", "12.5"),
    ("1.2999999999999998", "1.3"), ("9.9999999999999999", "10"), ("-0.5", "-0.5"), ("-0", "0"),
    ("999999999999999", "999999999999999"), ("1.10101E11", "110101000000"), ("1.5E-5", "0.000015"),
    ("123456789012345678", "1.23456789012346E+17"), ("1E15", "1E+15"), ("1E-20", "1E-20"), ("007", "7"),
    ("2016.10", "2016.1"), (" 5", "5"), ("abc", "abc"), ("1E", "1E"),
  ]) func numbersAreShownWith15Digits(value: String, text: String) {
    #expect(shown(value, .plain) == text)
  }

  @Test(arguments: [
    ("0.68", "68%"), ("0.685", "68.5%"), ("1", "100%"), ("0", "0%"), ("0.0001", "0.01%"),
    ("0.57999999999999996", "58%"),
  ]) func percentages(value: String, text: String) { #expect(shown(value, .percent) == text) }

  @Test func paddedNumbers() {
    #expect(shown("1234", .padded(6)) == "001234")
    #expect(shown("1234567", .padded(6)) == "1234567")
    #expect(shown("1.5", .padded(6)) == "1.5")
  }

  @Test(arguments: [
    ("42535", false, "2016-06-14"), ("41073", true, "2016-06-14"), ("42535.5", false, "2016-06-14 12:00:00"),
    ("42535.35416666666", false, "2016-06-14 08:30:00"), ("1", false, "1900-01-01"),
    ("59", false, "1900-02-28"),
    ("60", false, "1900-02-29"), ("61", false, "1900-03-01"), ("0.5", false, "12:00:00"),
    ("0", true, "1904-01-01"), ("-1", false, "-1"), ("2958466", false, "2958466"),
    ("2958465", false, "9999-12-31"),
  ]) func days(value: String, isFrom1904: Bool, text: String) {
    #expect(shown(value, .date, isFrom1904: isFrom1904) == text)
  }

  @Test func monthsAndSpans() {
    #expect(shown("42522", .month) == "2016-06")
    #expect(shown("10.5", .duration) == "252:00:00")
  }

  @Test(arguments: [
    ("General", NumberFormat.plain), ("GENERAL", .plain), ("0.00", .plain),
    ("#,##0.00_);[Red](#,##0.00)", .plain),
    ("0.00E+00", .plain), ("\"day\"0", .plain), ("0\\d", .plain), ("[Red]0", .plain), ("@", .plain),
    ("000000", .padded(6)), ("00-00", .plain), ("0%", .percent), ("0.0%;[Red]-0.0%", .percent),
    ("yyyy-mm-dd", .date), ("yyyy\"年\"m\"月\"d\"日\"", .date), ("yyyy\"年\"m\"月\"", .month),
    ("yyyy年m月", .month), ("mmm-yy", .month), ("[$-804]yyyy-m;@", .month), ("m\"月\"d\"日\"", .date),
    ("h:mm", .date), ("mm:ss", .date), ("h:mm AM/PM", .date), ("[h]:mm:ss", .duration),
    ("[mm]:ss", .duration),
    ("[$-411]ggge\"年\"m\"月\"d\"日\"", .date), ("yyyy-mm-dd hh:mm", .date), ("0;yyyy", .plain),
    ("[DBNum1][$-804]yyyy\"年\"m\"月\"", .month),
  ]) func formats(code: String, format: NumberFormat) { #expect(NumberFormat(code: code) == format) }

  @Test func builtInFormatsOfChineseExcel() {
    for number in [27, 36, 50, 52, 57] { #expect(NumberFormat.builtIn(number) == .month) }
    for number in [14, 22, 28, 31, 45, 47, 51, 58] { #expect(NumberFormat.builtIn(number) == .date) }
    for number in [0, 1, 13, 23, 26, 37, 44, 48, 49, 59] { #expect(NumberFormat.builtIn(number) == .plain) }
  }

  @Test(arguments: [
    ("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_x4E2D_文", "中文"), ("_x00_", "_x00_"),
    ("x_x0041", "x_x0041"), ("a_xD83D_", "a\u{FFFD}"), ("_xzzzz_", "_xzzzz_"),
  ]) func escapes(text: String, resolved: String) {
    var bytes = Array(text.utf8)
    EscapedCharacters.resolve(&bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == resolved)
  }
}
