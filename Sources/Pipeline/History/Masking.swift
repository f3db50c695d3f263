import Glibc
import Ingest
import Model
import Store

/// Masks personal cells before anything of a file is kept.
struct Masking: Sendable {
  private let mask: PersonalMask
  /// What is kept of files that were masked before, by the digest of the file as it came.
  private let known: [String: String]
  /// Whether some item's cells are kept apart.
  let keepsOriginals: Bool

  /// How files of the workspace are masked; `nil` where its campaign asks for nothing personal.
  init?(_ workspace: Workspace, _ known: Known) throws(Failure) {
    let campaign = workspace.campaign
    let personal = campaign.asRead.items.compactMap(\.personal)
    let isRecording = known.store?.isForWriting == true
    guard !personal.isEmpty,
      let mask = PersonalMask(campaign: campaign, salt: try workspace.secret(isRecording: isRecording))
    else { return nil }
    self.mask = mask
    self.known = try Failure.of(campaign.language) { () throws(StoreError) in
      try known.store?.masked() ?? [:]
    }
    keepsOriginals = personal.contains(.apart)
  }

  /// What is kept of a file; `nil` where nothing of it is personal.
  func kept(_ bytes: [UInt8], _ sha256: String, _ path: Path) -> InboxFile? {
    if let known = known[sha256] { return .known(sha256: known, bytes: nil) }
    // The array outlives the call, and nothing of the buffer is kept.
    switch unsafe bytes.withUnsafeBytes({ unsafe mask.masked($0, path: path.display) }) {
    case .unchanged: return nil
    case .masked(let masked):
      let original = InboxFile.Original(sha256: sha256, bytes: keepsOriginals ? bytes : [])
      return .bytes(masked, sha256: SHA256.hex(of: masked), original: original)
    case .unreadable: return .refused(.notMaskable)
    }
  }
}

extension Workspace {
  /// Where what is personal is kept apart.
  var personal: Path { root.appending("personal.sqlite") }

  /// The secret from which pseudonyms are made. A run keeps it from the first time on where the campaign keeps something
  /// apart; who only looks makes no file for it.
  func secret(isRecording: Bool) throws(Failure) -> [UInt8] {
    guard campaign.asRead.items.contains(where: { $0.personal == .apart }) else { return [] }
    let fresh = Workspace.random()
    if !isRecording { guard try hasPersonal() else { return fresh } }
    do throws(StoreError) {
      return try PersonalStore(personal.bytes).secret(orKeep: fresh)
    } catch {
      // Where nothing can be written nothing is recorded: a run fails when it is to keep the files themselves.
      guard error.kind == .readOnly || error.kind == .cannotOpen else {
        throw Failure(error, campaign.language)
      }
      return fresh
    }
  }

  /// Whether something is kept apart.
  func hasPersonal() throws(Failure) -> Bool {
    try Failure.reading(campaign.language) { () throws(SystemError) in try FileSystem.entry(personal) != nil }
  }

  /// 32 bytes that nobody can guess.
  private static func random() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
