import Model

/// The numbers of a document as it is written: of its sections, their parts, and its tables.
struct HeadingNumbers {
  let language: Language
  private var section = 0
  private var part = 0
  private(set) var table = 0

  init(_ language: Language) { self.language = language }

  /// The number of the next section: 一、 as official documents have it, 1. in English.
  mutating func nextSection() -> String {
    (section, part) = (section + 1, 0)
    return language.pick(ChineseNumeral.text(section) + "、", "\(section). ")
  }

  /// The number of the next part of the section: （一）, 1.1.
  mutating func nextPart() -> String {
    part += 1
    return language.pick("（\(ChineseNumeral.text(part))）", "\(section).\(part) ")
  }

  /// The number of the next table, before its caption: 表1, Table 1.
  mutating func nextTable() -> String {
    table += 1
    return language.pick("表\(table)　", "Table \(table). ")
  }
}
