import Ingest
import Model
import Store

/// What is known of the campaign: what the history held at one of its entries, and what is about to be added.
struct Known: Sendable {
  /// The history; `nil` where there is none yet.
  let store: Store?
  /// The entry; 0 for nothing.
  let asOf: Int
  /// What is about to be added.
  var addition = Arriving()
  /// Of the month that was looked at last.
  var atHand = AtHand()
  private let language: Language
  /// Intake looks at the files of a month, then the reading of it.
  private let last = LastMonth<Files>()
  private let lastList = LastMonth<(bytes: [UInt8], list: ReceivedList)>()

  /// What the history holds now, or held at an entry.
  init(_ store: Store?, asOf: Int? = nil, _ language: Language) throws(Failure) {
    self.store = store
    self.language = language
    if let asOf {
      self.asOf = asOf
    } else {
      self.asOf = try Failure.of(language) { () throws(StoreError) in try store?.latestEntry()?.id ?? 0 }
    }
  }

  /// The same, for a task that reads from the history at the same time as others.
  func another() throws(Failure) -> Known {
    var known = try Known(
      Failure.of(language) { () throws(StoreError) in try store?.another() }, asOf: asOf, language)
    known.addition = addition
    return known
  }

  /// The bytes of a document; `nil` where there is none.
  func document(_ name: String) throws(Failure) -> [UInt8]? {
    if let added = addition.documents[name] { return added }
    guard let sha256 = try documents()[name] else { return nil }
    return try content(sha256)
  }

  /// The digests of the documents in the history, by name.
  func documents() throws(Failure) -> [String: String] {
    try Failure.of(language) { () throws(StoreError) in try store?.documents(asOf: asOf) ?? [:] }
  }

  /// Bytes that have come in or are known by their digest. Throws where the history has not those bytes.
  func content(_ sha256: String) throws(Failure) -> [UInt8] {
    if let bytes = addition.contents[sha256] ?? atHand.contents[sha256] { return bytes }
    guard let store else { throw Failure(.software, "there is no content \(sha256)") }
    return try Failure.of(language) { () throws(StoreError) in
      guard let stored = try store.content(sha256), SHA256.hex(of: stored) == sha256 else {
        throw store.unreadable("content \(sha256)")
      }
      return stored
    }
  }

  /// What a month's list of receipts says: intake asks for it, then the reading of the month.
  func receivedList(_ bytes: [UInt8], of month: Month, utcOffset: Int) -> ReceivedList {
    if let last = lastList.value(of: month), last.bytes == bytes { return last.list }
    let list = ReceivedList(bytes, file: Inbox.receivedList, utcOffset: utcOffset)
    lastList.keep((bytes, list), of: month)
    return list
  }

  /// The months of which anything is known, in their order.
  func months() throws(Failure) -> [Month] {
    let stored = try Failure.of(language) { () throws(StoreError) in try store?.months(asOf: asOf) ?? [] }
    return Set(stored + addition.months).sorted()
  }

  /// What the returns of a month are made of.
  func inputs(_ month: Month) throws(Failure) -> MonthInputs {
    var files = try files(month)
    for decision in addition.withdrawals { files.withdrawn[decision.arrival] = decision.isWithdrawn }
    // Of a file that was replaced under its own name only what stands there now counts.
    let names = Dictionary(grouping: files.paths.keys) { files.paths[$0] ?? 0 }
    var arrivals: [Arrival] = []
    var replaced: [Arrival] = []
    // Files of one day were numbered in the order of their paths: little is left to sort.
    for arrival in files.arrivals.keys.sorted().compactMap({ files.arrivals[$0] })
    where files.withdrawn[arrival.id] != true {
      guard let names = names[arrival.id] else {
        replaced.append(arrival)
        continue
      }
      var standing = arrival
      if !names.contains(arrival.path) { standing.path = names.min() ?? arrival.path }
      arrivals.append(standing)
    }
    let refused = try document(Known.refused(month)).map(Refusal.list) ?? []
    return MonthInputs(
      month: month,
      arrivals: arrivals.sorted { $0.path.utf8.span.precedes($1.path.utf8.span) },
      replaced: replaced.sorted { ($0.path, $0.id) < ($1.path, $1.id) },
      paths: Set(files.paths.keys).union(refused.filter { !$0.isFolder }.map(\.path)),
      refused: refused, receivedList: try document(Known.receivedList(month)))
  }

  /// All that is known of the files of a month.
  struct Files: Sendable {
    var arrivals: [Int: Arrival] = [:]
    /// Which arrival stands under a path.
    var paths: [String: Int] = [:]
    /// Whether an arrival was withdrawn.
    var withdrawn: [Int: Bool] = [:]
  }

  /// The files of a month.
  func files(_ month: Month) throws(Failure) -> Files {
    var files = try storedFiles(month)
    for arrival in addition.arrivals where arrival.month == month { files.arrivals[arrival.id] = arrival }
    for receipt in addition.receipts {
      files.arrivals[receipt.arrival]?.sender = receipt.sender
      files.arrivals[receipt.arrival]?.received = receipt.received
    }
    for path in addition.paths where path.month == month { files.paths[path.path] = path.arrival }
    return files
  }

  /// Those that the history holds.
  private func storedFiles(_ month: Month) throws(Failure) -> Files {
    if let known = last.value(of: month) { return known }
    var files = Files()
    guard let store else { return files }
    try Failure.of(language) { () throws(StoreError) in
      for arrival in try store.arrivals(month: month, asOf: asOf) { files.arrivals[arrival.id] = arrival }
      files.paths = try store.paths(month: month, asOf: asOf)
      for withdrawal in try store.withdrawals(asOf: asOf) { files.withdrawn[withdrawal.arrival] = true }
    }
    last.keep(files, of: month)
    return files
  }

  /// The document that lists what could not be taken in.
  static func refused(_ month: Month) -> String { "inbox/\(month)/refused.tsv" }
  /// The document that is the list of receipts.
  static func receivedList(_ month: Month) -> String { "inbox/\(month)/\(Inbox.receivedList)" }
}

/// The bytes of known files that were just read from the inbox: so many small ones would be fetched from the history one
/// after the other.
struct AtHand: Sendable {
  /// By their digests.
  private(set) var contents: [String: [UInt8]] = [:]
  private var room = 32 << 20

  /// Keeps them where there is room.
  mutating func keep(_ bytes: [UInt8], _ sha256: String) {
    guard bytes.count <= room, contents[sha256] == nil else { return }
    room -= bytes.count
    contents[sha256] = bytes
  }
}

/// What has come in and is about to be added to the history.
struct Arriving: Sendable {
  /// Documents that are new or differ; `nil` for those that are gone.
  var documents: [String: [UInt8]?] = [:]
  /// Bytes by their digests.
  var contents: [String: [UInt8]] = [:]
  /// New files, numbered on from the history's last.
  var arrivals: [Arrival] = []
  /// Files of which sender or time of receipt is known better now.
  var receipts: [AddedReceipt] = []
  /// Paths under which a file stands now.
  var paths: [AddedPath] = []
  /// Files that do not count any more, or count again.
  var withdrawals: [AddedWithdrawal] = []
  /// Files whose personal cells were masked.
  var masked: [MaskedContent] = []
  /// Those files as they came, where something of them is kept apart.
  var originals: [(sha256: String, month: String, bytes: [UInt8])] = []

  /// Notes that a file was masked.
  mutating func keep(_ original: InboxFile.Original, as sha256: String, _ month: Month) {
    guard !masked.contains(where: { $0.original == original.sha256 }) else { return }
    masked.append(MaskedContent(original: original.sha256, sha256: sha256))
    if !original.bytes.isEmpty { originals.append((original.sha256, month.description, original.bytes)) }
  }

  /// The months that it adds files to.
  var months: [Month] { arrivals.map(\.month) + paths.map(\.month) }

  /// Whether there is nothing to add.
  var isEmpty: Bool {
    documents.isEmpty && arrivals.isEmpty && receipts.isEmpty && paths.isEmpty && withdrawals.isEmpty
      && masked.isEmpty
  }
}

extension Addition {
  /// What has come in, and what was read from it.
  init(_ arriving: Arriving, _ records: [MonthRecord], at recorded: LocalTime) {
    self.init(recorded: recorded, version: Version.number)
    documents = arriving.documents.sorted { $0.key < $1.key }.map { name, bytes in
      AddedDocument(
        name: name, content: bytes.map { Content(sha256: SHA256.hex(of: $0), bytes: $0) })
    }
    arrivals = arriving.arrivals.map { AddedArrival($0, bytes: arriving.contents[$0.sha256] ?? []) }
    receipts = arriving.receipts
    paths = arriving.paths
    withdrawals = arriving.withdrawals
    masked = arriving.masked
    months = records
  }
}
