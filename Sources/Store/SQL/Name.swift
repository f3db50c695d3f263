/// Names of tables and columns as SQL writes them.
enum Name {
  /// The name between quotation marks, so that no name of a form is taken for SQL.
  static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

  /// `wanted`, or the first of `wanted_2`, `wanted_3`… that is not taken. SQLite does not tell cases apart.
  static func free(_ wanted: String, taken: Set<String>) -> String {
    var name = wanted
    var number = 2
    while taken.contains(folded(name)) {
      name = "\(wanted)_\(number)"
      number += 1
    }
    return name
  }

  /// The name as SQLite compares it.
  static func folded(_ name: String) -> String { name.lowercased() }
}
