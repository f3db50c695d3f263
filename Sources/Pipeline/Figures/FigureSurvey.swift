import Ingest
import Model

/// What must be known of the files before their rows are read.
struct FigureSurvey: Sendable {
  /// Files are kept as they were read where all together have no more bytes than this.
  private static let mostKept = 32 << 20

  /// The codes of units in their order, where the registry is made of them.
  private(set) var codes: [UnitCode] = []
  /// By file the headings of those that are read in parts.
  private(set) var heads: [Int: SheetHead] = [:]
  /// By file what was read of those that are few bytes, so that they need not be read again.
  private(set) var kept: [Int: KeptFile] = [:]

  /// Looks through the files: with `lengths` through all of them, else through the large ones alone.
  static func of(
    _ files: FigureFiles, lengths: [Int], _ limits: FigureLimits, _ reader: FigureReader, tasks: Int
  ) async throws(Failure) -> FigureSurvey {
    var heads: [Int: SheetHead] = [:]
    for file in files.files.indices where files.isLarge(file) { heads[file] = try head(files, file, reader) }
    let shares = files.shares(tasks) { heads[$0] != nil }
    let keeps = files.size <= mostKept
    let found = try await Spread.over(
      shares.count, threads: shares.count
    ) { [heads] place throws(Failure) in
      Memory.makeRoom()
      var share = SurveyShare(reader, heads, CodeSurvey(lengths: lengths, most: limits.codes), keeps: keeps)
      try share.look(through: shares[place], files, isWanted: !lengths.isEmpty)
      return (codes: share.survey.codes(), traits: share.traits, kept: share.kept)
    }
    var survey = FigureSurvey()
    survey.codes = CodeSurvey.merged(found.map(\.codes))
    guard survey.codes.count <= limits.codes else { throw limits.failure(.codes, reader.language) }
    for one in found { survey.kept.merge(one.kept) { _, last in last } }
    var traits: [Int: TextTraits] = [:]
    for one in found { traits.merge(one.traits) { $0.merging($1) } }
    for (file, one) in traits where !one.hasQuotes {
      guard let head = heads[file] else { continue }
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
      var parts = try LineParts(files.files[file].path, followsLinks: files.files[file].isNamed)
      // The bytes are used during the call only.
      let head = try unsafe parts.withLines(0..<(1 << 16)) { unsafe reader.head(of: $0, isUTF8: isUTF8) }
      // Only the rows of ledgers may be put together in any order.
      return head.flatMap { $0.isLedger ? $0 : nil }
    }
  }
}

/// What was read of a file.
struct KeptFile: Sendable {
  let bytes: [UInt8]
  /// Whether all of them are UTF-8; `nil` where that is not known.
  let isUTF8: Bool?
}

/// What a task finds out of its share of the files.
private struct SurveyShare {
  private let reader: FigureReader
  private let heads: [Int: SheetHead]
  private let keeps: Bool
  var survey: CodeSurvey
  /// By file how it is written, of those that are read in parts.
  private(set) var traits: [Int: TextTraits] = [:]
  /// By file what was read of the others.
  private(set) var kept: [Int: KeptFile] = [:]
  /// The headings of the last of them.
  private var last: SheetHead?

  init(_ reader: FigureReader, _ heads: [Int: SheetHead], _ survey: CodeSurvey, keeps: Bool) {
    self.reader = reader
    self.heads = heads
    self.survey = survey
    self.keeps = keeps
  }

  /// Looks through the files that are read in parts, and through the others where their codes are wanted.
  mutating func look(
    through share: [FigureFiles.Job], _ files: FigureFiles, isWanted: Bool
  ) throws(Failure) {
    for group in share.grouped() {
      let file = files.files[group.file]
      if let head = heads[group.file] {
        traits[group.file] = try look(through: file, group.ranges, head)
      } else if isWanted {
        try look(through: file, group.file)
      }
    }
  }

  private mutating func look(
    through file: FigureFiles.File, _ ranges: [Range<Int>], _ head: SheetHead
  ) throws(Failure) -> TextTraits {
    try Failure.reading(reader.language) { () throws(SystemError) in
      var lines = try LineParts(file.path, followsLinks: file.isNamed)
      var traits = TextTraits(isUTF8: true, hasQuotes: false)
      for range in ranges {
        // The bytes are used during the call only.
        let found = try unsafe lines.withLines(range) { part in
          unsafe survey.add(part, head)
          return unsafe CodeSurvey.traits(part)
        }
        traits = traits.merging(found)
      }
      return traits
    }
  }

  private mutating func look(through file: FigureFiles.File, _ place: Int) throws(Failure) {
    let read = try Failure.reading(reader.language) { () throws(SystemError) in try file.read() }
    // What is larger is told of when rows are read.
    guard let bytes = read else { return }
    // The array outlives the call.
    let head = unsafe bytes.withUnsafeBytes { bytes in
      let head = unsafe reader.head(of: bytes, like: last)
      if let head { unsafe survey.add(bytes, head) }
      return head
    }
    last = head ?? last
    if keeps { kept[place] = KeptFile(bytes: bytes, isUTF8: head?.isWhollyUTF8) }
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
