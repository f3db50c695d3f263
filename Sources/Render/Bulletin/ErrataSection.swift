import Model

/// 更正表: which figures are no longer what was published, and why.
enum ErrataSection {
  /// How many figures the table gives; the rest is in errata.csv.
  static let longest = 50

  static func build(_ edition: Edition, _ words: Words) -> Section? {
    guard let before = edition.vintage.before else { return nil }
    let errata = edition.vintage.errata
    guard !errata.isEmpty || !edition.vintage.dropped.isEmpty else { return nil }
    var blocks: [Block] = [.paragraph(opening(before, errata, edition, words))]
    if !errata.isEmpty {
      blocks += table(
        errata, edition.language.pick("已发布数据的更正", "Published figures that have changed"), words)
    }
    if !edition.vintage.dropped.isEmpty {
      let names = words.join(edition.vintage.dropped)
      blocks.append(
        .paragraph(edition.language.pick("不再计算的指标：\(names)。", "No longer computed: \(names).")))
    }
    return Section(edition.language.pick("更正表", "Errata"), blocks)
  }

  private static func opening(
    _ before: Vintage.Published, _ errata: [Erratum], _ edition: Edition, _ words: Words
  ) -> String {
    let (count, units) = (errata.count, Set(errata.map(\.code)).count)
    let time = words.time(before.time)
    return edition.language.pick(
      "与\(words.month)通报第\(before.number)版（发布于\(time)）相比，有\(count)项数据更正，涉及\(units)个单位的数据，以本版为准。",
      "\(count) \(count == 1 ? "figure" : "figures") of \(units) \(units == 1 ? "unit differs" : "units differ") "
        + "from edition \(before.number) of \(words.month), published \(time). This edition takes its place.")
  }

  /// The table, and below it the causes that it names by number: a late return changes many figures.
  static func table(_ errata: [Erratum], _ caption: String, _ words: Words) -> [Block] {
    let language = words.language
    let causes = NumberedCauses(Array(errata.prefix(longest)), words)
    let zh = ["单位", "指标", "层级", "原发布", "现为", "原因"]
    let en = ["Unit", "Indicator", "Level", "As published", "As known now", "Cause"]
    let grid = Grid(
      caption: caption,
      columns: (language == .zh ? zh : en).enumerated().map { GridColumn($1, numeric: $0 == 3 || $0 == 4) },
      rows: errata.prefix(longest).map { erratum in
        let told = ErratumWords(erratum, words)
        let (published, now) = told.values
        return GridRow(
          [told.unit, told.series.label, told.series.level, published, now, causes.numbers(of: erratum)]
            .map(Cell.text))
      })
    var blocks: [Block] = [.grid(grid)]
    if !causes.lines.isEmpty { blocks.append(.list(causes.lines)) }
    if errata.count > longest {
      let rest = errata.count - longest
      blocks.append(
        .paragraph(language.pick("其余\(rest)项见 errata.csv。", "errata.csv has the other \(rest).")))
    }
    return blocks
  }
}

/// The causes of errata, each told once: by what changed and which submission did it, with all its units.
struct NumberedCauses {
  private struct Key: Hashable {
    var kind: RevisionCause.Kind
    var path: String
  }

  private var places: [Key: Int] = [:]
  private var causes: [RevisionCause] = []
  private let words: Words

  init(_ errata: [Erratum], _ words: Words) {
    self.words = words
    for cause in errata.flatMap(\.causes) {
      let key = Key(kind: cause.kind, path: cause.path)
      if let place = places[key] {
        let units = causes[place].units + cause.units.filter { !causes[place].units.contains($0) }
        causes[place].units = units
        causes[place].unitCount = max(causes[place].unitCount, cause.unitCount, units.count)
      } else {
        places[key] = causes.count
        causes.append(cause)
      }
    }
  }

  /// ①②: the numbers of an erratum's causes.
  func numbers(of erratum: Erratum) -> String {
    guard !erratum.causes.isEmpty else {
      return erratum.unit == nil ? words.language.pick("名录已无此单位", "no longer in the registry") : ""
    }
    return erratum.causes.compactMap { places[Key(kind: $0.kind, path: $0.path)] }.sorted()
      .map { NumberedCauses.sign($0 + 1) }.joined()
  }

  /// The causes by number.
  var lines: [String] {
    causes.enumerated().map { NumberedCauses.sign($0 + 1) + " " + ErratumWords.text($1, words) }
  }

  /// ①; (21) where there is no such sign.
  private static func sign(_ number: Int) -> String {
    guard number <= 20, let sign = Unicode.Scalar(0x245F + UInt32(number)) else { return "(\(number))" }
    return String(Character(sign))
  }
}
