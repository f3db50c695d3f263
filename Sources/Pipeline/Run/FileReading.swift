import Aggregate
import Ingest
import Model

/// Reads files of a month, as many as there is room for what they say.
struct FileReading: Sendable {
  /// What a file says, and its rows of ledgers.
  typealias Read = (reading: SubmissionReading, parts: [LedgerPart])

  let reader: SubmissionReader
  /// Takes the rows of ledgers, where they are wanted.
  let ledgers: LedgerReading?
  let options: ReadingOptions
  let contents: MonthReading.Contents
  /// For what all files say together.
  let room: ReadingRoom

  /// What the files say, in their order.
  ///
  /// Where together they have too many answers or rows of ledgers, those with the fewest are read, so that no file takes the place of others
  /// that are smaller; where too much is found in them, less is kept of each file.
  func all(_ files: [Submission]) async throws(Failure) -> [Read] {
    let held = HeldRoom(room)
    let counter = Counter(total: files.count, report: options.progress)
    let found = try await Spread.over(files.count, threads: options.threads) { index throws(Failure) in
      defer { counter.step() }
      let read = try one(files[index])
      let size = ReadingRoom(
        answers: read.reading.values.count, findings: read.reading.findings.count,
        ledgerBytes: read.parts.reduce(0) { $0 + $1.keptBytes })
      return (size: size, read: held.take(size) ? read : nil)
    }
    let whole = found.compactMap(\.read)
    if whole.count == found.count { return whole }
    let fitting = room.fitting(found.map(\.size))
    let most = room.findings(ofEach: found.indices.filter { fitting[$0] }.map { found[$0].size.findings })
    let kept = found.enumerated().map { fitting[$0] ? $1.read : nil }
    return try await Spread.over(files.count, threads: options.threads) { index throws(Failure) in
      guard fitting[index] else { return (SubmissionReading.unread(files[index], FileBeyondMonth()), []) }
      var read = if let read = kept[index] { read } else { try one(files[index]) }
      read.reading.keepFindings(most: most)
      return read
    }
  }

  private func one(_ submission: Submission) throws(Failure) -> Read {
    let bytes = try contents(submission.sha256)
    // The array outlives the call, and the reader keeps nothing of the buffer.
    return unsafe bytes.withUnsafeBytes { bytes in
      if let ledgers { return unsafe ledgers.read(bytes, of: submission, by: reader) }
      return (unsafe reader.read(bytes, of: submission), [])
    }
  }
}
