import Ingest
import Model
import Store

/// Takes what is new in the inbox into what is known.
struct Intake: Sendable {
  /// The most bytes of new files that a run takes in: they are in memory until they are recorded.
  static let mostNewBytes = 1 << 30

  let workspace: Workspace
  let options: ReadingOptions
  var known: Known
  private var nextArrival: Int
  private let masking: Masking?
  /// How many bytes may still come.
  private var room: Int

  /// Begins with what the history knows.
  init(
    _ workspace: Workspace, _ known: Known, _ options: ReadingOptions, room: Int = Intake.mostNewBytes
  ) throws(Failure) {
    self.room = room
    self.workspace = workspace
    self.options = options
    self.known = known
    nextArrival = try Failure.of(workspace.campaign.language) { () throws(StoreError) in
      try known.store?.nextArrival() ?? 1
    }
    masking = try Masking(workspace, known)
  }

  /// Takes in the files that configure the campaign.
  mutating func takeConfiguration() throws(Failure) {
    let stored = try known.documents()
    for file in workspace.configuration.files where stored[file.name] != SHA256.hex(of: file.bytes) {
      known.addition.documents[file.name] = .some(file.bytes)
    }
    for name in stored.keys where !name.hasPrefix("inbox/") && workspace.configuration.bytes(name) == nil {
      known.addition.documents[name] = .some(nil)
    }
  }

  /// Takes in what lies in a month's folder of the inbox, as it was looked at `ahead` where it was; nothing where there
  /// is no such folder.
  mutating func take(_ month: Month, ahead: InboxAhead.Folder? = nil) async throws(Failure) {
    let folder = workspace.inbox(month)
    let inbox = try Failure.reading(workspace.campaign.language) { () throws(SystemError) -> Inbox? in
      if let ahead { return ahead.inbox }
      return try FileSystem.entry(folder) == nil ? nil : try Inbox(folder)
    }
    guard let inbox else { return }
    try await take(
      inbox, contents: ahead?.contents, of: month, receivedList: folder.appending(Inbox.receivedList))
  }

  /// Takes in the files of a listing, which may have changed since it was made; `contents` are those that were read.
  mutating func take(
    _ inbox: Inbox, contents: [InboxFile.Contents?]? = nil, of month: Month, receivedList: Path?
  ) async throws(Failure) {
    var refused = inbox.unreadable.map {
      RefusedFile(path: $0.name, isFolder: true, refusal: .unreadable($0.reason))
    }
    let workspace = workspace
    // Laid out while it is looked at what is known of the month.
    async let roster = workspace.roster(in: month)
    let list = try takeReceivedList(receivedList, of: month, &refused)
    let files = try known.files(month)
    let receipts = Receipts(list, await roster, utcOffset: workspace.campaign.utcOffset)
    let digests = Set(files.arrivals.values.map(\.sha256))
    let read = try await InboxFile.readAll(
      inbox.files, ahead: contents, masking, known: digests, room: &room, options,
      workspace.campaign.language)
    var arriving = Shelf(files, month)
    known.atHand = AtHand()
    // Whatever the order of the listing, files are numbered in that of their names.
    let inOrder = zip(inbox.files, read).sorted {
      $0.0.name.utf8.span.precedes($1.0.name.utf8.span)
    }
    for (file, contents) in inOrder {
      switch contents {
      case .refused(let refusal):
        refused.append(RefusedFile(path: file.name, isFolder: false, refusal: refusal))
      case .bytes(let bytes, let sha256, let original):
        try arriving.put(file, sha256, receipts.of(file), &known.addition, &nextArrival) { bytes }
        if let original { known.addition.keep(original, as: sha256, month) }
      case .known(let sha256, let bytes):
        if let bytes { self.known.atHand.keep(bytes, sha256) }
        let known = known
        try arriving.put(file, sha256, receipts.of(file), &self.known.addition, &nextArrival) {
          () throws(Failure) in try known.content(sha256)
        }
      }
    }
    note(
      Known.refused(month), refused.isEmpty ? nil : Refusal.bytes(refused),
      try known.document(Known.refused(month)))
  }

  /// Takes in the list of times of receipt; `nil` where there is none, or it cannot be read, which is told.
  private mutating func takeReceivedList(
    _ path: Path?, of month: Month, _ refused: inout [RefusedFile]
  ) throws(Failure) -> ReceivedList? {
    guard let path else { return nil }
    let (name, language) = (Known.receivedList(month), workspace.campaign.language)
    let isListed = try Failure.reading(language) { () throws(SystemError) in
      try FileSystem.entry(path) != nil
    }
    guard isListed else {
      note(name, nil, try known.document(name))
      return nil
    }
    switch try InboxFile.read(path, nil, language) {
    case .bytes(let bytes, _, _):
      note(name, bytes, try known.document(name))
      return known.receivedList(bytes, of: month, utcOffset: workspace.campaign.utcOffset)
    case .refused(let refusal):
      refused.append(RefusedFile(path: Inbox.receivedList, isFolder: true, refusal: refusal))
    case .known: break
    }
    return nil
  }

  private mutating func note(_ document: String, _ bytes: [UInt8]?, _ before: [UInt8]?) {
    if bytes != before { known.addition.documents[document] = .some(bytes) }
  }
}

/// The files of a month, by what tells them apart.
private struct Shelf {
  private struct Identity: Hashable {
    var sha256: String
    var sender: UnitCode?
  }

  private let month: Month
  private var files: Known.Files
  private var byIdentity: [Identity: Int] = [:]

  init(_ files: Known.Files, _ month: Month) {
    self.files = files
    self.month = month
    // Of equal ones the first; later ones were told apart by a sender who was corrected since.
    for arrival in files.arrivals.values.sorted(by: { $0.id > $1.id }) {
      byIdentity[Identity(sha256: arrival.sha256, sender: arrival.sender)] = arrival.id
    }
  }

  /// Puts a file where it belongs: at its path it may be known, known better, a copy of another, or new.
  mutating func put(
    _ file: Inbox.File, _ sha256: String, _ receipt: Receipts.Receipt, _ addition: inout Arriving,
    _ nextArrival: inout Int, bytes: () throws(Failure) -> [UInt8]
  ) throws(Failure) {
    if let standing = files.paths[file.name].flatMap({ files.arrivals[$0] }), standing.sha256 == sha256 {
      correct(standing, receipt, &addition)
      return
    }
    let identity = Identity(sha256: sha256, sender: receipt.sender)
    let id: Int
    if let known = byIdentity[identity] {
      id = known
    } else {
      let bytes = try bytes()
      id = nextArrival
      nextArrival += 1
      let arrival = Arrival(
        id: id, month: month, path: file.name, sha256: sha256, size: bytes.count,
        sender: receipt.sender, received: receipt.listed ?? receipt.own)
      addition.arrivals.append(arrival)
      addition.contents[sha256] = bytes
      files.arrivals[id] = arrival
      byIdentity[identity] = id
    }
    files.paths[file.name] = id
    addition.paths.append(AddedPath(month: month, path: file.name, arrival: id))
  }

  /// The path under which an arrival was first found, or where that holds something else now the first that it
  /// stands under.
  private func speaker(of arrival: Arrival) -> String? {
    if files.paths[arrival.path] == arrival.id { return arrival.path }
    return files.paths.filter { $0.value == arrival.id }.keys.min()
  }

  /// The list of receipts may say more than it did. A file's own time counts only when it is first found.
  private mutating func correct(
    _ arrival: Arrival, _ receipt: Receipts.Receipt, _ addition: inout Arriving
  ) {
    let received = receipt.listed ?? arrival.received
    guard received != arrival.received || receipt.sender != arrival.sender else { return }
    // Under another path the same bytes may have another time: one path speaks for the arrival.
    guard receipt.path == speaker(of: arrival) else { return }
    files.arrivals[arrival.id]?.received = received
    files.arrivals[arrival.id]?.sender = receipt.sender
    addition.receipts.append(
      AddedReceipt(arrival: arrival.id, sender: receipt.sender, received: received))
  }
}
