import Ingest
import Model
import Synchronization

/// What is kept of some files, or may be.
struct ReadingRoom: Sendable {
  /// Answers of units' rows.
  var answers: Int
  var findings: Int
  /// Bytes of ledgers' rows.
  var ledgerBytes = 0
}

extension ReadingRoom {
  /// What there is room for in a month.
  init(_ campaign: Campaign, _ roster: Roster) {
    self.init(
      answers: AnswerLimits(campaign, roster).month, findings: ReturnsAssembler.mostFindings,
      ledgerBytes: AnswerLimits.ledgerBytes)
  }

  /// Which of files of those sizes have room together, the smaller before others. Findings of each are cut instead.
  func fitting(_ files: [ReadingRoom]) -> [Bool] {
    zip(
      ReadingRoom.fitting(files.map(\.answers), answers),
      ReadingRoom.fitting(files.map(\.ledgerBytes), ledgerBytes)
    ).map { $0 && $1 }
  }

  private static func fitting(_ given: [Int], _ most: Int) -> [Bool] {
    var fitting = [Bool](repeating: false, count: given.count)
    var left = most
    for file in given.indices.sorted(by: { (given[$0], $0) < (given[$1], $1) }) {
      guard given[file] <= left else { break }
      left -= given[file]
      fitting[file] = true
    }
    return fitting
  }

  /// How much of what is found may be kept of each file, where so much is found in them: the same of each, one at least.
  func findings(ofEach found: [Int]) -> Int {
    var (left, files) = (findings, found.count)
    for count in found.sorted() {
      if count * files > left { return max(1, left / files) }
      left -= count
      files -= 1
    }
    return .max
  }
}

/// The room that is left while files are read by several tasks.
final class HeldRoom: Sendable {
  private let left: Mutex<ReadingRoom>

  init(_ room: ReadingRoom) { left = Mutex(room) }

  /// Whether there is room for so much more, which is taken then.
  func take(_ size: ReadingRoom) -> Bool {
    left.withLock { left in
      guard size.answers <= left.answers, size.findings <= left.findings,
        size.ledgerBytes <= left.ledgerBytes
      else { return false }
      left.answers -= size.answers
      left.findings -= size.findings
      left.ledgerBytes -= size.ledgerBytes
      return true
    }
  }
}
