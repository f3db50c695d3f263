import Ingest
import Model

/// What figures are made of at most, so that no file takes the machine's memory: each row may name another unit and
/// another month, and a unit has sums for every month.
struct FigureLimits: Sendable {
  /// Of what there is too much.
  enum Excess: CaseIterable { case codes, months, sums, answers }

  /// The codes of units, where the registry is made of them.
  var codes = 2 << 20
  /// The months that rows of ledgers name: a century.
  var months = FigureReader.mostMonths
  /// The sums of a ledger, of all months and units; each task may have as many until they are put together.
  var sums = 64 << 20
  /// The answers of units' rows of all files; `nil` for those of a month (``AnswerLimits``).
  var answers: Int?

  /// Why no figures are made.
  func failure(_ excess: Excess, _ language: Language) -> Failure {
    let what =
      switch excess {
      case .codes:
        language.pick(
          "各行的单位编码超过\(codes)个，请检查编码一列", "the rows name more than \(codes) units; check the column of codes")
      case .months:
        language.pick(
          "各行的月份超过\(months)个，请检查月份一列，或用--month指明月份",
          "the rows name more than \(months) months; check the column of months, or say the month with --month"
        )
      case .sums:
        language.pick(
          "单位与月份太多，各月各单位的合计超过\(sums)个，请按年份或地区分几次运行",
          "there are too many units and months, more than \(sums) sums together; run it for some years or provinces at a time"
        )
      case .answers:
        language.pick(
          "各文件中单位的行太多，请删去重复的文件和重复的行",
          "the files have too many rows of units; remove files and rows that are there several times")
      }
    return Failure(.data, language.pick("没有输出任何数据：\(what)。", "No figures were made: \(what)."))
  }
}
