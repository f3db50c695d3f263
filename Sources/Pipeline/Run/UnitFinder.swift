public import Model

/// Finds the unit that a user names.
public enum UnitFinder {
  /// The same as ``find(_:in:_:)``; without a name the top.
  static func findOrTop(_ name: String?, in roster: Roster, _ language: Language) throws(Failure) -> Int {
    guard let name else { return 0 }
    return try find(name, in: roster, language)
  }

  /// The index of the unit with that code or, where it is the only one, that name.
  ///
  /// Throws exit code 64 with the candidates or the nearest name.
  public static func find(_ name: String, in roster: Roster, _ language: Language) throws(Failure) -> Int {
    if let code = UnitCode(name), let found = roster.index(of: code) { return found }
    let named = roster.units.indices.filter {
      roster.units[$0].name == name || roster.units[$0].short == name
    }
    if let only = named.first, named.count == 1 { return only }
    guard named.isEmpty else {
      let list = named.prefix(10).map { unit in
        roster.path(to: unit).dropFirst().map { roster.units[$0].name }.joined() + " "
          + roster.units[unit].code.description
      }
      throw Failure(
        .usage,
        language.pick(
          "“\(name)”有\(named.count)个单位，请用代码指定：", "'\(name)' names \(named.count) units; give the code: ")
          + list.joined(separator: language.pick("、", ", ")))
    }
    let nearest = Nearest.name(to: name, among: roster.units.lazy.map(\.name))
    let hint = nearest.map { language.pick("，是否应为“\($0)”？", "; did you mean '\($0)'?") } ?? ""
    throw Failure(
      .usage, language.pick("名录中没有单位“\(name)”", "the registry has no unit '\(name)'") + hint)
  }
}
