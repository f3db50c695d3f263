public import Model

/// A file was replaced under its own name, and units that it held are in no file any more.
public struct FileReplaced: FindingReason {
  /// `file-replaced`.
  public static let code = "file-replaced"
  /// A query: it may be meant so.
  public var severity: Severity { .query }

  /// The beginning of the SHA-256 of what it was before.
  let before: String
  /// The first of the units, and how many there are.
  let unit: NamedUnit
  let count: Int

  /// `nil` where no unit was lost. `before` is the SHA-256 of the bytes that were replaced, `units` are indices of
  /// the roster.
  public init?(before: String, units: [Int], roster: Roster) {
    guard let first = units.first else { return nil }
    self.init(
      before: before, unit: NamedUnit(code: roster.units[first].code, name: roster.units[first].name),
      count: units.count)
  }

  init(before: String, unit: NamedUnit, count: Int) {
    self.before = String(before.prefix(12))
    self.unit = unit
    self.count = count
  }

  /// Which units, and how to get the old file back.
  public func message(_ language: Language) -> String {
    language.pick(
      "这个文件被同名文件替换过，原文件里的\(unit.text)\(count > 1 ? "等 \(count) 个单位" : "")现在按未报计算。如属误换，请用 "
        + "yuebao export \(before) 取回原文件，换一个名字放回收件目录。",
      "This file was replaced by one of the same name; \(unit.english)\(count > 1 ? " and \(count - 1) more" : "") "
        + "of the old one now \(count == 1 ? "counts" : "count") as missing. If that was by mistake, put the old one, which yuebao export "
        + "\(before) gives back, into the inbox under another name.")
  }
}
