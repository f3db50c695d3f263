public import Model

/// Something wrong with a file of the registry, with its place.
public struct RegistryProblem: Error, Hashable, Sendable {
  /// What is wrong. Texts are as the file has them.
  public enum Kind: Hashable, Sendable {
    /// No heading has any of these names.
    case headingMissing([String])
    /// Two columns have the same heading.
    case headingTwice(String)
    /// There is nothing below the headings.
    case noRows
    /// The file is not text: a workbook, say.
    case notText
    /// The file is no CSV from here on.
    case unreadable(RecordFault.Kind)
    /// The bytes of a cell are neither UTF-8 nor GB18030.
    case undecodable
    /// Not a code.
    case badCode(String)
    /// A code that a spreadsheet program has rounded: `1.10101E+11`.
    case codeLostDigits(String)
    /// No name.
    case nameEmpty
    /// Not one of the campaign's levels.
    case unknownLevel(String, nearest: String?)
    /// Not one of the campaign's groups.
    case unknownGroup(String, nearest: String?)
    /// A group that the campaign derives from others.
    case derivedGroup(String)
    /// Not a month.
    case badMonth(String)
    /// The rows do not make a tree.
    case tree(RegistryMistake.Kind)
    /// Something is wrong with what a person accepted.
    case acceptance(AcceptanceMistake)
  }

  /// Where: file, row and column.
  public let place: Place
  /// What is wrong.
  public let kind: Kind

  init(_ kind: Kind, _ file: String, _ row: Int, _ column: Int) {
    self.kind = kind
    place = Place(file: file, row: row, column: column)
  }
}

/// All that is wrong with the files of a registry, in the order of their rows.
public struct RegistryProblems: Error, Sendable {
  /// The most problems that are kept.
  public static let limit = 200
  /// The first ``limit`` problems, never empty.
  public let shown: [RegistryProblem]
  /// How many there are in all.
  public let total: Int

  init(_ all: [RegistryProblem]) {
    // Sorting keeps the order of the files, and that of the columns within a row.
    var files: [String: Int] = [:]
    for problem in all where files[problem.place.file] == nil { files[problem.place.file] = files.count }
    func key(_ problem: RegistryProblem) -> (Int, Int, Int) {
      (files[problem.place.file] ?? 0, problem.place.row, problem.place.column)
    }
    shown = Array(all.sorted { key($0) < key($1) }.prefix(RegistryProblems.limit))
    total = all.count
  }

  /// One line a problem, `file:row:column: message`, and how many are not shown.
  public func message(_ language: Language) -> String {
    var lines = shown.map {
      "\($0.place.file):\($0.place.row):\($0.place.column): \($0.message(language))"
    }
    if total > shown.count {
      let more = total - shown.count
      lines.append(language.pick("另有 \(more) 处问题未列出。", "and \(more) more"))
    }
    return lines.joined(separator: "\n")
  }
}
