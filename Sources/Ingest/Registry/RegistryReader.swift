public import Model

/// Reads registry.csv: one dated row a unit, under English or Chinese headings in any order.
public enum RegistryReader {
  /// The columns; those from ``from`` on may be left out.
  enum Column: Int, CaseIterable {
    case code, name, level, parent, groups, from, to, successor, short

    var names: [String] {
      switch self {
      case .code: ["code", "代码"]
      case .name: ["name", "名称"]
      case .level: ["level", "层级"]
      case .parent: ["parent", "上级"]
      case .groups: ["groups", "分组"]
      case .from: ["from", "启用"]
      case .to: ["to", "停用"]
      case .successor: ["successor", "并入"]
      case .short: ["short", "简称"]
      }
    }

    var isOptional: Bool { rawValue >= Column.from.rawValue }
  }

  /// Reads a registry in UTF-8 or GB18030. `file` is the name in messages. Months are YYYY-MM, an empty `from`
  /// is the beginning of time; groups are separated by `;`, `；`, `、` or `|`; a level is given by id or label.
  /// `derived` are the positions of groups that follow from others: no row may name them. Throws all that is wrong at
  /// once.
  public static func read(
    _ bytes: [UInt8], file: String, levels: Levels, groups: [String], derived: SmallSet = SmallSet()
  ) throws(RegistryProblems) -> Registry {
    guard isText(bytes) else { throw RegistryProblems([RegistryProblem(.notText, file, 1, 1)]) }
    let parser = RegistryRowParser(bytes, file: file, levels: levels, groups: groups, derived: derived)
    var problems = parser.problems
    let rows = parser.rows
    guard !rows.isEmpty else { throw RegistryProblems(problems) }
    do {
      let registry = try Registry(levels: levels, groups: groups, rows: rows)
      if problems.isEmpty { return registry }
    } catch {
      problems += parser.problems(of: error)
    }
    throw RegistryProblems(problems)
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    // The bytes stay where they are during the call.
    unsafe bytes.withUnsafeBytes { bytes in
      let mark = unsafe TextEncoding.candidates(for: bytes, isUTF8: true).encodings
      return unsafe mark != [.utf8] || BinaryKind.of(bytes) == nil
    }
  }
}
