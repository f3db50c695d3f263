import Aggregate
import Ingest
import Model
import Synchronization

/// Reads files of a month, as many as there is room for what they say.
struct FileReading: Sendable {
  /// What a file says, and its rows of ledgers.
  typealias Read = (reading: SubmissionReading, parts: [LedgerPart])

  let reader: SubmissionReader
  /// Takes the rows of ledgers, where they are wanted.
  let ledgers: LedgerReading?
  let options: ReadingOptions
  let contents: MonthReading.Contents
  /// The most answers of all files together.
  let mostAnswers: Int

  /// What the files say, each `threads`-th read by the same task, in their order. Where together they have too many
  /// answers, those with the fewest are read, so that no file takes the place of others that are smaller.
  func all(_ files: [Submission]) async throws(Failure) -> [Read] {
    let room = AnswerRoom(mostAnswers)
    let counter = Counter(total: files.count, report: options.progress)
    let found = try await Spread.over(files.count, threads: options.threads) { index throws(Failure) in
      defer { counter.step() }
      let read = try one(files[index])
      let answers = read.reading.values.count
      return (answers: answers, read: room.take(answers) ? read : nil)
    }
    let whole = found.compactMap(\.read)
    if whole.count == found.count { return whole }
    let fitting = AnswerRoom.fitting(found.map(\.answers), mostAnswers)
    let kept = found.enumerated().map { fitting[$0] ? $1.read : nil }
    return try await Spread.over(files.count, threads: options.threads) { index throws(Failure) in
      if let read = kept[index] { return read }
      return fitting[index]
        ? try one(files[index]) : (SubmissionReading.unread(files[index], FileBeyondMonth()), [])
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

/// Counts the answers that are held while files are read.
private final class AnswerRoom: Sendable {
  private let left: Mutex<Int>

  init(_ most: Int) { left = Mutex(most) }

  /// Whether there is room for so many more, which is taken then.
  func take(_ count: Int) -> Bool {
    left.withLock { left in
      guard count <= left else { return false }
      left -= count
      return true
    }
  }

  /// Which of files with so many answers have room together, those with fewer before others.
  static func fitting(_ answers: [Int], _ most: Int) -> [Bool] {
    var fitting = [Bool](repeating: false, count: answers.count)
    var left = most
    for file in answers.indices.sorted(by: { (answers[$0], $0) < (answers[$1], $1) }) {
      guard answers[file] <= left else { break }
      left -= answers[file]
      fitting[file] = true
    }
    return fitting
  }
}
