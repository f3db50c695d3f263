public import Model

/// Something wrong with a row of the proposals that a person went through.
public enum AcceptanceMistake: Hashable, Sendable {
  /// No unit of the older registry has the code.
  case unknownOld(String, nearest: String?)
  /// No unit of the newer registry has the code.
  case unknownNew(String, nearest: String?)
  /// Neither yes, no nor a code.
  case unclear(String)
  /// Yes, where nothing is proposed.
  case nothingProposed
  /// A successor for a unit that keeps its code.
  case goesOn(UnitCode)
  /// A successor for no unit.
  case noPredecessor
  /// The unit is decided on in that row already.
  case twice(UnitCode, line: Int)

  /// What is wrong and what to do, without the place, in the reader's language.
  func message(_ language: Language) -> String {
    switch self {
    case .unknownOld(let text, let nearest):
      language.pick("旧名录中没有单位“\(text)”。", "The older registry has no unit \(text). ")
        + AcceptanceMistake.advice(nearest, language)
    case .unknownNew(let text, let nearest):
      language.pick("新名录中没有单位“\(text)”。", "The newer registry has no unit \(text). ")
        + AcceptanceMistake.advice(nearest, language)
    case .unclear(let text):
      language.pick(
        "“\(text)”不明确。请填写 yes、no 或新名录中的单位代码，或留空。",
        "\(text) is not clear. Write yes, no or a code of the newer registry, or leave it empty.")
    case .nothingProposed:
      language.pick(
        "此行没有建议的单位，无可采纳。请填写单位代码，或留空。", "Nothing is proposed in this row. Write a code, or leave it empty.")
    case .goesOn(let code):
      language.pick(
        "单位 \(code) 代码未变，不能另有接续单位。请留空。",
        "The unit \(code) keeps its code and has no successor. Leave it empty.")
    case .noPredecessor:
      language.pick(
        "此行没有旧单位。请在旧单位所在行填写代码，此处留空。",
        "There is no older unit in this row. Write the code in the older unit's row, and leave this empty.")
    case .twice(let code, let line):
      language.pick(
        "单位 \(code) 在第 \(line) 行已有决定。请删去一处。", "Row \(line) decides on \(code) already. Clear one of the two.")
    }
  }

  private static func advice(_ nearest: String?, _ language: Language) -> String {
    guard let nearest else { return language.pick("请重新运行 registry diff。", "Run registry diff again.") }
    return language.pick("是否应为“\(nearest)”？", "Did you mean \(nearest)?")
  }
}
