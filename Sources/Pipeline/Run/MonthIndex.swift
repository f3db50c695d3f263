import Aggregate
import Glibc
import Model
import Render

/// The page over the months' folders, `index.html` beside them.
struct MonthIndex {
  private static let name = "index.html"
  /// How many months the trend has at most: each is read from the history.
  private static let longest = 12
  /// What is linked to, the bulletin first.
  private static let linked = ["bulletin.html", "bulletin.md", "figures.csv", "units.csv", "findings.csv"]

  private let run: MonthRun
  private let folder: Path

  /// The index of the folder that a month was just written into.
  init(_ run: MonthRun, in folder: Path) {
    self.run = run
    self.folder = folder
  }

  private var language: Language { run.campaign.language }

  /// Writes the page, whole or not at all; answers with what should be known where it was not. A page that somebody
  /// else has put there stays.
  func write(_ book: MonthBook) async throws(Failure) -> [String] {
    let target = folder.appending(MonthIndex.name)
    let isOwn = try failing { () throws(SystemError) in try mayReplace(target) }
    guard isOwn else {
      return [
        language.pick(
          "\(target.display)不是本程序写的，没有替换",
          "\(target.display) was not written by this program and is not replaced")
      ]
    }
    let written = try failing { () throws(SystemError) -> [IndexPage.Entry] in try entries() }
    var edition = run.edition(of: 0, isCompared: false)
    edition.trend = try await trend(book, written.map(\.month), edition.rankKey)
    let page = IndexPage(edition, entries: written).render()
    try failing { () throws(SystemError) in try replace(target, Array(page.utf8)) }
    return []
  }

  private func mayReplace(_ target: Path) throws(SystemError) -> Bool {
    guard let found = try FileSystem.entry(target) else { return true }
    guard found.kind == .file, let bytes = try FileSystem.read(target, limit: 1 << 24) else { return false }
    return IndexPage.isOwn(bytes)
  }

  /// The outputs of months that are there.
  private func entries() throws(SystemError) -> [IndexPage.Entry] {
    var entries: [IndexPage.Entry] = []
    for entry in try FileSystem.list(folder) where entry.kind == .folder {
      guard let month = Month(String(decoding: entry.name, as: UTF8.self)) else { continue }
      let names = ["SHA256SUMS"] + MonthIndex.linked
      var there: [String] = []
      for name in names where try FileSystem.entry(entry.path.appending(name)) != nil { there.append(name) }
      guard there.first == names[0], there.count > 1, there[1].hasPrefix("bulletin.") else { continue }
      entries.append(IndexPage.Entry(month: month, files: Array(there.dropFirst())))
    }
    return entries
  }

  /// The ranking indicator of the top unit in the months written, as known now and as first published.
  private func trend(
    _ book: MonthBook, _ written: [Month], _ key: SeriesKey?
  ) async throws(Failure) -> [TrendMonth] {
    guard let key else { return [] }
    let known = Set(try book.known.months())
    let months = Array(written.sorted().filter(known.contains).suffix(MonthIndex.longest))
    let own = run.trend(of: 0, key)
    let missing = months.filter { month in !own.contains { $0.month == month } }
    let others = try await Spread.over(missing.count, threads: book.options.threads) {
      place throws(Failure) in
      try await other(missing[place], book.another(), key)
    }
    return (own.filter { months.contains($0.month) } + others.compactMap(\.self)).sorted {
      $0.month < $1.month
    }
  }

  /// The same of a month that the run has not read; `nil` where it had no units.
  private func other(_ month: Month, _ book: MonthBook, _ key: SeriesKey) async throws(Failure) -> TrendMonth?
  {
    let returns = try await book.returns(month)
    guard returns.roster.count > 0, let other = try TrendFigures(run.campaign, returns) else { return nil }
    let code = other.roster.units[0].code
    let published = try book.firstPublished([month])[month]
    return TrendMonth(
      month: month, known: other.figure(code, key),
      published: published?[PublishedPlace(unit: code, series: SeriesName(key, run.campaign))])
  }

  private func replace(_ target: Path, _ bytes: [UInt8]) throws(SystemError) {
    let mark = Array(".\(MonthIndex.name).new-".utf8)
    for entry in try FileSystem.list(folder) where entry.name.starts(with: mark) {
      try FileSystem.remove(entry.path)
    }
    let aside = folder.appending(mark + Array("\(getpid())".utf8))
    try FileSystem.replace(target, with: bytes, aside: aside)
  }

  private func failing<T>(_ work: () throws(SystemError) -> T) throws(Failure) -> T {
    do throws(SystemError) {
      return try work()
    } catch {
      throw Failure(
        writing: language.pick("目录页", "the index page"), error,
        kept: language.pick(
          "\(run.roster.month)已写好，下次运行会补写目录页",
          "\(run.roster.month) is written, and the next run writes the page"), language)
    }
  }
}
