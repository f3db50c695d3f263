public import Model

/// What one entry adds to the history: all that came of one run. It is added whole or not at all.
public struct Addition: Sendable {
  /// When, on the campaign's clock; set to the last entry's time where that is later.
  public var recorded: LocalTime
  /// The version of the program.
  public var version: String
  /// Configuration files that are new, changed or removed.
  public var documents: [AddedDocument] = []
  /// Files that came in.
  public var arrivals: [AddedArrival] = []
  /// Senders and times of receipt of earlier arrivals, as they are known now.
  public var receipts: [AddedReceipt] = []
  /// Paths of the inbox under which an arrival stands now.
  public var paths: [AddedPath] = []
  /// Files that no longer count, or count again.
  public var withdrawals: [AddedWithdrawal] = []
  /// Files whose personal cells were masked before they were kept.
  public var masked: [MaskedContent] = []
  /// Months whose returns were read anew.
  public var months: [MonthRecord] = []
  /// The month that was published, if one was.
  public var publication: AddedPublication?

  /// An addition of nothing yet.
  public init(recorded: LocalTime, version: String) {
    self.recorded = recorded
    self.version = version
  }

  /// Whether there is nothing to add.
  public var isEmpty: Bool {
    documents.isEmpty && arrivals.isEmpty && receipts.isEmpty && paths.isEmpty && withdrawals.isEmpty
      && masked.isEmpty && months.isEmpty && publication == nil
  }
}

/// Bytes and what names them in the history.
public struct Content: Hashable, Sendable {
  /// The SHA-256 of the bytes, in lower-case hexadecimal digits.
  public var sha256: String
  /// The bytes.
  public var bytes: [UInt8]

  /// Bytes with the hash that the caller has made of them.
  public init(sha256: String, bytes: [UInt8]) {
    self.sha256 = sha256
    self.bytes = bytes
  }
}

/// A configuration file as it is from now on.
public struct AddedDocument: Hashable, Sendable {
  /// Its path in the campaign's folder, with `/` between folders.
  public var name: String
  /// What it says; `nil` where it was removed.
  public var content: Content?

  /// A file, new, changed or removed.
  public init(name: String, content: Content?) {
    self.name = name
    self.content = content
  }
}

/// A received file with its bytes.
public struct AddedArrival: Hashable, Sendable {
  /// The arrival; its id is the next free one (``Store/nextArrival()`` for the first).
  public var arrival: Arrival
  /// What the file holds, as many bytes as the arrival says, under its hash.
  public var bytes: [UInt8]

  /// A received file.
  public init(_ arrival: Arrival, bytes: [UInt8]) {
    self.arrival = arrival
    self.bytes = bytes
  }
}

/// Which content is kept of a file whose personal cells were masked.
public struct MaskedContent: Hashable, Sendable {
  /// The SHA-256 of the file as it came.
  public var original: String
  /// The SHA-256 of what is kept: a content of the history or of the same addition.
  public var sha256: String

  /// A masked file.
  public init(original: String, sha256: String) {
    self.original = original
    self.sha256 = sha256
  }
}

/// Who sent an arrival and when it came, as is known now.
public struct AddedReceipt: Hashable, Sendable {
  /// The arrival's id.
  public var arrival: Int
  /// Who sent it; `nil` where nobody says.
  public var sender: UnitCode?
  /// When it was received.
  public var received: LocalTime

  /// A corrected receipt.
  public init(arrival: Int, sender: UnitCode?, received: LocalTime) {
    self.arrival = arrival
    self.sender = sender
    self.received = received
  }
}

/// The arrival that stands under a path from now on.
public struct AddedPath: Hashable, Sendable {
  /// The month of the inbox.
  public var month: Month
  /// The path in it, with `/` between folders.
  public var path: String
  /// The arrival's id.
  public var arrival: Int

  /// A path, new or of other content than before.
  public init(month: Month, path: String, arrival: Int) {
    self.month = month
    self.path = path
    self.arrival = arrival
  }
}

/// That a file no longer counts, or counts again.
public struct AddedWithdrawal: Hashable, Sendable {
  /// The arrival's id.
  public var arrival: Int
  /// Why, in a person's words.
  public var reason: String
  /// Whether it is withdrawn; false where it counts again.
  public var isWithdrawn: Bool

  /// A decision about an arrival.
  public init(arrival: Int, reason: String, isWithdrawn: Bool = true) {
    self.arrival = arrival
    self.reason = reason
    self.isWithdrawn = isWithdrawn
  }
}

/// A month as it goes out.
public struct AddedPublication: Sendable {
  /// The month.
  public var month: Month
  /// The files that were written.
  public var outputs: [PublishedOutput]
  /// The figures of the bulletin's unit and of its children.
  public var figures: [PublishedFigure]

  /// A publication; the history gives it the month's next number.
  public init(month: Month, outputs: [PublishedOutput], figures: [PublishedFigure]) {
    self.month = month
    self.outputs = outputs
    self.figures = figures
  }
}
