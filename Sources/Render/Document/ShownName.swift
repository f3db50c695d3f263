import Model

extension ReportingUnit {
  /// How many characters of a name are shown: one that is longer is none, and would bury what stands beside it. Tables
  /// in CSV have all of it.
  private static let longest = 80

  /// The name as it is shown to a reader.
  var shownName: String { ReportingUnit.shown(name) }
  /// The short name as it is shown to a reader.
  var shownShort: String { ReportingUnit.shown(short) }

  private static func shown(_ name: String) -> String {
    let end = name.index(name.startIndex, offsetBy: longest, limitedBy: name.endIndex)
    return end.map { $0 == name.endIndex ? name : name[..<$0] + "……" } ?? name
  }
}
