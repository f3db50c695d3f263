import Model

/// `errata.csv`: a row a figure that is no longer as published and a cause; each row repeats the figure.
public enum ErrataCSV {
  /// The bytes of the file: all errata of the edition, in their order.
  public static func render(_ edition: Edition) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition.language))
    let words = Words(edition)
    for erratum in edition.vintage.errata {
      let told = ErratumWords(erratum, words)
      // A figure without a cause has a row, too.
      let causes: [RevisionCause?] = erratum.causes.isEmpty ? [nil] : erratum.causes
      for cause in causes {
        write(told, edition, &writer)
        write(cause, told, &writer)
        writer.endRow()
      }
    }
    return writer.bytes
  }

  private static func headings(_ language: Language) -> [String] {
    language == .zh
      ? [
        "期间", "版次", "单位代码", "单位名称", "指标", "指标名称", "类别", "统计层级", "计量单位",
        "原发布·数值", "原发布·分子", "原发布·分母", "原发布·已报", "原发布·应报",
        "现为·数值", "现为·分子", "现为·分母", "现为·已报", "现为·应报",
        "原因", "报送件", "收到时间", "涉及单位数", "涉及单位", "分子增减", "分母增减", "说明",
      ]
      : [
        "period", "publication", "unit_code", "unit_name", "indicator", "label", "category", "counted_level",
        "measure", "published_value", "published_numerator", "published_denominator", "published_received",
        "published_expected", "now_value", "now_numerator", "now_denominator", "now_received",
        "now_expected", "cause", "file", "received_at", "units", "unit_codes", "numerator_change",
        "denominator_change", "explanation",
      ]
  }

  private static func write(_ told: ErratumWords, _ edition: Edition, _ writer: inout CSVWriter) {
    let erratum = told.erratum
    let indicator = told.series.indicator
    writer.text(edition.period.description)
    writer.number(edition.vintage.before?.number ?? 0)
    writer.code(erratum.code)
    writer.text(told.fullName)
    writer.text(indicator.id)
    writer.text(indicator.label)
    writer.text(told.series.partID)
    writer.text(erratum.key.level.map { edition.roster.levels[$0].id } ?? "")
    writer.text(indicator.isShare ? "%" : indicator.measure)
    write(erratum.published, indicator, &writer)
    write(erratum.now, indicator, &writer)
  }

  private static func write(_ figure: Figure?, _ indicator: Indicator, _ writer: inout CSVWriter) {
    guard let figure else {
      for _ in 0..<5 { writer.empty() }
      return
    }
    FigureCells.value(figure, isShare: indicator.isShare, decimals: indicator.decimals, &writer)
    FigureCells.numerator(figure, &writer)
    writer.number(figure.denominator, decimals: figure.denominatorDecimals)
    writer.number(figure.received)
    writer.number(figure.expected)
  }

  private static func write(_ cause: RevisionCause?, _ told: ErratumWords, _ writer: inout CSVWriter) {
    guard let cause else {
      for _ in 0..<8 { writer.empty() }
      return
    }
    let figure = told.erratum.now ?? told.erratum.published
    writer.text(told.words.language == .zh ? cause.kind.label(.zh) : cause.kind.rawValue)
    writer.text(cause.path)
    writer.text(cause.received?.description ?? "")
    writer.number(cause.unitCount)
    writer.text(cause.units.map(\.description).joined(separator: ";"))
    writer.number(cause.numerator, decimals: figure?.numeratorDecimals ?? 0)
    // A sum that is not divided has no denominator to change.
    if figure?.denominator != nil || cause.denominator != 0 {
      writer.number(cause.denominator, decimals: figure?.denominatorDecimals ?? 0)
    } else {
      writer.empty()
    }
    writer.text(ErratumWords.text(cause, told.words))
  }
}
