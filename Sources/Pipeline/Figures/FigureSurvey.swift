import Ingest
import Model

/// What must be known of the files before their rows are read.
struct FigureSurvey: Sendable {
  /// The codes of units, where the registry is made of them.
  private(set) var codes: Set<UnitCode> = []
  /// By file the headings of those that are read in parts.
  private(set) var heads: [Int: SheetHead] = [:]

  /// The codes, which are let go of.
  mutating func takeCodes() -> Set<UnitCode> {
    defer { codes = [] }
    return codes
  }

  /// Looks through the files: with `lengths` through all of them, else through the large ones alone.
  static func of(
    _ files: FigureFiles, lengths: [Int], _ reader: FigureReader, tasks: Int
  ) async throws(Failure) -> FigureSurvey {
    var heads: [Int: SheetHead] = [:]
    for file in files.files.indices where files.isLarge(file) { heads[file] = try head(files, file, reader) }
    let shares = files.shares(tasks) { heads[$0] != nil }
    let found = try await Spread.over(
      shares.count, threads: shares.count
    ) { [heads] place throws(Failure) in
      try look(through: shares[place], files, heads, lengths, reader)
    }
    var all: [Int: CodeSurvey] = [:]
    for one in found { all.merge(one) { $0.merging($1) } }
    var survey = FigureSurvey()
    for (file, one) in all {
      survey.codes.formUnion(one.codes)
      guard let head = heads[file], !one.hasQuotes else { continue }
      let isKnown = one.isUTF8 || !head.isUTF8
      survey.heads[file] = isKnown ? head : try self.head(files, file, reader, isUTF8: false)
    }
    return survey
  }

  /// The headings of a large file of a ledger, from its beginning.
  private static func head(
    _ files: FigureFiles, _ file: Int, _ reader: FigureReader, isUTF8: Bool? = nil
  ) throws(Failure) -> SheetHead? {
    try Failure.reading(reader.language) { () throws(SystemError) in
      var parts = try LineParts(files.files[file].path)
      // The bytes are used during the call only.
      let head = try unsafe parts.withLines(0..<(1 << 16)) { unsafe reader.head(of: $0, isUTF8: isUTF8) }
      // Only the rows of ledgers may be put together in any order.
      return head.flatMap { $0.isLedger ? $0 : nil }
    }
  }

  private static func look(
    through share: [FigureFiles.Job], _ files: FigureFiles, _ heads: [Int: SheetHead], _ lengths: [Int],
    _ reader: FigureReader
  ) throws(Failure) -> [Int: CodeSurvey] {
    try Failure.reading(reader.language) { () throws(SystemError) in
      var found: [Int: CodeSurvey] = [:]
      for group in share.grouped() {
        let isWanted = heads[group.file] != nil || !lengths.isEmpty
        guard isWanted else { continue }
        var survey = CodeSurvey(lengths: lengths)
        var lines = try LineParts(files.files[group.file].path)
        for range in group.ranges {
          try unsafe lines.withLines(range) { bytes in
            // The bytes are used during the call only.
            guard let head = unsafe heads[group.file] ?? reader.head(of: bytes) else { return }
            unsafe survey.add(bytes, head)
          }
        }
        found[group.file] = survey
      }
      return found
    }
  }
}

extension [FigureFiles.Job] {
  /// The ranges by file, in their order: a file is opened once.
  func grouped() -> [(file: Int, ranges: [Range<Int>])] {
    var groups: [(file: Int, ranges: [Range<Int>])] = []
    for job in self {
      if groups.last?.file == job.file {
        groups[groups.count - 1].ranges.append(job.range)
      } else {
        groups.append((job.file, [job.range]))
      }
    }
    return groups
  }
}
