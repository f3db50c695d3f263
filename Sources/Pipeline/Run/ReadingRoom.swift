import Ingest
import Model
import Synchronization

/// How many answers and findings there are of some files, or may be.
struct ReadingRoom: Sendable {
  var answers: Int
  var findings: Int
}

extension ReadingRoom {
  /// What there is room for in a month.
  init(_ campaign: Campaign, _ roster: Roster) {
    self.init(answers: AnswerLimits(campaign, roster).month, findings: ReturnsAssembler.mostFindings)
  }

  /// Which of files with so many answers have room together, those with fewer before others.
  func fitting(_ given: [Int]) -> [Bool] {
    var fitting = [Bool](repeating: false, count: given.count)
    var left = answers
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
      guard size.answers <= left.answers, size.findings <= left.findings else { return false }
      left.answers -= size.answers
      left.findings -= size.findings
      return true
    }
  }
}
