import Ingest
import Model

/// All that the returns of a month are made of: what was received, and what is known about it.
struct MonthInputs: Sendable {
  var month: Month
  /// The files that count, each with its path, sender and time of receipt; in the order of paths.
  var arrivals: [Arrival]
  /// Files that were replaced under their own names, in the same order; they do not count.
  var replaced: [Arrival]
  /// All paths under which files were found.
  var paths: Set<String>
  /// What lay in the inbox and could not be taken in.
  var refused: [RefusedFile]
  /// The list of receipts; `nil` where there is none.
  var receivedList: [UInt8]?
  /// Files of earlier months that hold rows of ledgers, from the newest month to the oldest.
  var ledgers: [LedgerArrival] = []

  /// Names all that the reading of the month depends on, so that a reading made from the same need not be made
  /// again.
  func key(_ configuration: ConfigurationFiles, _ language: Language) -> String {
    var text = "\(month)\n"
    if let receivedList { text += "received \(SHA256.hex(of: receivedList))\n" }
    for path in paths.sorted() { text += "path \(path)\n" }
    for arrival in arrivals {
      let sender = arrival.sender?.description ?? "-"
      text += "\(arrival.sha256) \(sender) \(arrival.received.minutes) \(arrival.path)\n"
    }
    for arrival in replaced {
      text += "replaced \(arrival.sha256) \(arrival.received.minutes) \(arrival.path)\n"
    }
    for file in ledgers {
      let arrival = file.arrival
      let sender = arrival.sender?.description ?? "-"
      let time = arrival.received.minutes
      text += "ledger \(arrival.month) \(arrival.sha256) \(sender) \(time) \(arrival.path)\n"
    }
    return MonthInputs.key(configuration, language)
      + SHA256.hex(of: Array(text.utf8) + Refusal.bytes(refused))
  }

  /// What keys of readings by the same configuration begin with.
  static func key(_ configuration: ConfigurationFiles, _ language: Language) -> String {
    var text = "\(Version.number) \(language.rawValue)\n"
    for file in configuration.files { text += "\(file.name) \(SHA256.hex(of: file.bytes))\n" }
    return SHA256.hex(of: Array(text.utf8)).prefix(32) + "-"
  }
}

/// A file with rows of ledgers.
struct LedgerArrival: Sendable {
  var arrival: Arrival
  /// The positions of the ledgers.
  var ledgers: Set<Int>
}

extension SHA256 {
  /// The digest of an array's bytes.
  static func hex(of bytes: [UInt8]) -> String {
    // The array outlives the call, and nothing of the buffer is kept.
    unsafe bytes.withUnsafeBytes { unsafe hex(of: $0) }
  }
}
