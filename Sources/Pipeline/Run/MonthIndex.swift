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
    guard mayReplace(target) else {
      return [
        language.pick(
          "\(target.display)不是本程序写的，没有替换",
          "\(target.display) was not written by this program and is not replaced")
      ]
    }
    let written = try failing { () throws(SystemError) -> [IndexPage.Entry] in try entries() }
    let trend = try await trend(book, written.map(\.month))
    let page = IndexPage(run.edition(of: 0, isCompared: false), entries: written, trend: trend).render()
    try failing { () throws(SystemError) in try replace(target, Array(page.utf8)) }
    return []
  }

  private func mayReplace(_ target: Path) -> Bool {
    guard let found = FileSystem.entry(target) else { return true }
    guard found.kind == .file, let bytes = try? FileSystem.read(target, limit: 1 << 24) else { return false }
    return IndexPage.isOwn(bytes)
  }

  /// The outputs of months that are there.
  private func entries() throws(SystemError) -> [IndexPage.Entry] {
    try FileSystem.list(folder).compactMap { entry in
      guard entry.kind == .folder, let month = Month(String(decoding: entry.name, as: UTF8.self)) else {
        return nil
      }
      let names = ["SHA256SUMS"] + MonthIndex.linked
      let there = names.filter { FileSystem.entry(entry.path.appending($0)) != nil }
      guard there.first == names[0], there.count > 1, there[1].hasPrefix("bulletin.") else { return nil }
      return IndexPage.Entry(month: month, files: Array(there.dropFirst()))
    }
  }

  /// The ranking indicator of the top unit, as known now.
  private func trend(_ book: MonthBook, _ written: [Month]) async throws(Failure) -> [IndexPage.Point] {
    guard let key = run.rankKey else { return [] }
    let known = Set(try book.known.months())
    var points: [IndexPage.Point] = []
    for month in written.sorted().filter(known.contains).suffix(MonthIndex.longest) {
      let isOwn = month == run.roster.month
      guard let figures = isOwn ? run.figures : try await book.figures(month)?.figures,
        let figure = figures.figure(unit: 0, indicator: key.indicator, level: key.level, part: key.part)
      else { continue }
      points.append(IndexPage.Point(month: month, figure: figure))
    }
    return points
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
        .cannotCreate,
        language.pick(
          "月报已写好，目录页写不了：\(error)", "the month is written, its index is not: \(error)"))
    }
  }
}
