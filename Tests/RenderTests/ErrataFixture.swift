import Model
import Render

/// June 2016 in its second edition: a figure for each kind of cause.
enum ErrataFixture {
  private typealias F = EditionFixture

  static func edition(_ language: Language) throws -> Edition {
    var edition = try F.edition(language)
    edition.vintage = Vintage(
      edition: nil, before: .init(number: 1, time: try F.time("2016-07-06", 9, 5)),
      errata: try errata(gone: "900199"))
    for unit in 0...6 { edition.figures[unit] = figures(unit) }
    edition.ranking = (1...6).map { Ranked(unit: $0, rank: $0) }
    return edition
  }

  private static func figures(_ unit: Int) -> [Figure] {
    let below: Int64 = unit == 0 ? 30 : 5
    let rate = F.figure(unit, F.townshipRate, below - 2, of: below)
    let fund = F.figure(unit, F.fundRate, below - 1, of: below)
    guard unit != 5 else {
      return [F.figure(unit, F.townshipRate, 0, of: below, received: 0, status: .missing), fund]
    }
    return [
      F.figure(unit, F.countyRate, unit == 0 ? 5 : 1, of: unit == 0 ? 6 : 1), rate, fund,
      F.figure(unit, F.members, 60), F.figure(unit, F.fund, 1225, decimals: 2),
      F.figure(unit, F.officials, 30, of: 60), F.figure(unit, F.teachers, 30, of: 60),
    ]
  }

  private static func errata(gone: String) throws -> [Erratum] {
    let (top, first) = (try F.code("9001"), try F.code("900101"))
    let late = RevisionCause(
      .late, path: "900101/补报|<b>.csv", received: try F.time("2016-07-12", 8, 30),
      units: [first, try F.code("900102")], unitCount: 3, numerator: 2, denominator: 0)
    let corrected = RevisionCause(
      .corrected, path: "=HYPERLINK(\"http://x\").xlsx", received: try F.time("2016-07-13", 18, 0),
      units: [first], unitCount: 1, numerator: -125)
    let lost = RevisionCause(
      .lost, path: "900103/`x`.csv", units: [try F.code(gone)], unitCount: 1, numerator: -1)
    let registry = RevisionCause(.registry, unitCount: 1, numerator: 0, denominator: -2)
    return [
      Erratum(
        unit: 0, code: top, key: F.townshipRate, published: F.figure(0, F.townshipRate, 27, of: 32),
        now: F.figure(0, F.townshipRate, 28, of: 30),
        causes: [late, lost, registry, RevisionCause(.campaign)]),
      Erratum(
        unit: 0, code: top, key: F.fund, published: F.figure(0, F.fund, 1350, decimals: 2),
        now: F.figure(0, F.fund, 1225, decimals: 2), causes: [corrected]),
      Erratum(
        unit: 0, code: top, key: F.officials, published: F.figure(0, F.officials, 29, of: 58),
        now: F.figure(0, F.officials, 30, of: 60), causes: [late]),
      Erratum(
        unit: 1, code: first, key: F.countyRate,
        published: F.figure(1, F.countyRate, 0, of: 1, received: 0, status: .missing),
        now: F.figure(1, F.countyRate, 1, of: 1), causes: [late]),
      Erratum(
        unit: 1, code: first, key: F.members, published: F.figure(1, F.members, 60, received: 8),
        now: F.figure(1, F.members, 60), causes: [late]),
      Erratum(
        unit: nil, code: try F.code(gone), key: F.members, published: F.figure(9, F.members, 7), now: nil,
        causes: []),
    ]
  }
}
