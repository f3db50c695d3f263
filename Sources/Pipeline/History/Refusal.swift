import Ingest
import Model

/// Why something that lies in the inbox could not be taken into the history.
enum Refusal: Hashable, Sendable {
  /// It is no regular file: a link, a pipe, a device.
  case notRegular
  /// It was gone when it was to be read.
  case vanished
  /// It, or the folder, cannot be read, for the system's reason.
  case unreadable(String)
  /// It has so many bytes, more than are read.
  case tooLarge(Int)
  /// So much else was new that it waits for the next run.
  case deferred
  /// It may say something of persons that is not to be kept, and cannot be read.
  case notMaskable

  /// What is said of it.
  var reason: any FindingReason {
    switch self {
    case .notRegular: FileNotRegular()
    case .vanished: FileVanished()
    case .unreadable(let error): FileUnreadable(error: error)
    case .tooLarge(let size): FileTooLarge(size: size, limit: SubmissionReader.maximumSize)
    case .deferred: FileDeferred(limit: Intake.mostNewBytes)
    case .notMaskable: FileNotKept()
    }
  }

  /// As the history keeps it: a word and what belongs to it.
  private var text: String {
    switch self {
    case .notRegular: "not-regular\t"
    case .vanished: "vanished\t"
    case .unreadable(let error): "unreadable\t\(Shown.line(error))"
    case .tooLarge(let size): "too-large\t\(size)"
    case .deferred: "deferred\t"
    case .notMaskable: "not-maskable\t"
    }
  }

  private init?(_ word: Substring, _ detail: Substring) {
    switch word {
    case "not-regular": self = .notRegular
    case "vanished": self = .vanished
    case "unreadable": self = .unreadable(String(detail))
    case "too-large": self = .tooLarge(Int(detail) ?? 0)
    case "deferred": self = .deferred
    case "not-maskable": self = .notMaskable
    default: return nil
    }
  }

  /// A list of refusals by path as the history keeps it, a line each; empty for none.
  static func bytes(_ refusals: [RefusedFile]) -> [UInt8] {
    refusals.flatMap { Array("\($0.refusal.text)\t\($0.isFolder ? "folder" : "file")\t\($0.path)\n".utf8) }
  }

  /// The list that ``bytes(_:)`` made.
  static func list(_ bytes: [UInt8]) -> [RefusedFile] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
      guard cells.count == 4, let refusal = Refusal(cells[0], cells[1]) else { return nil }
      return RefusedFile(path: String(cells[3]), isFolder: cells[2] == "folder", refusal: refusal)
    }
  }
}

/// Something in the inbox that could not be taken in.
struct RefusedFile: Hashable, Sendable {
  /// Its path in the month's inbox, made safe to show.
  var path: String
  /// Whether it is a folder, of whose files nothing is known.
  var isFolder: Bool
  var refusal: Refusal
}
