public import Model

/// What a file is without what it says of persons.
public enum MaskedFile: Sendable {
  /// It has no personal column: it may be kept as it is.
  case unchanged
  /// The file with which nothing is lost but what it says of persons; it reads as the same rows.
  case masked([UInt8])
  /// Its columns cannot be told, for the reason given: nothing of it may be kept.
  case unreadable(any FindingReason)
}

/// Takes out of files what they say of persons, by the headings of the campaign's personal items.
public struct PersonalMask: Sendable {
  let context: MaskContext

  /// A mask for a campaign, `nil` where none of its items is personal. The same key of a row and the same salt make
  /// the same pseudonym; nobody who lacks the salt can tell which.
  public init?(campaign: Campaign, salt: [UInt8]) {
    let read = campaign.asRead
    let isPersonal = read.forms.contains { read.items[$0.items].contains { $0.personal != nil } }
    guard isPersonal else { return nil }
    context = MaskContext(read, salt)
  }

  /// The file of which `bytes` are all, and which must stay where they are meanwhile. Nothing is told from the path.
  public func masked(_ bytes: UnsafeRawBufferPointer, path: String) -> MaskedFile {
    guard bytes.count <= SubmissionReader.maximumSize else {
      return .unreadable(FileTooLarge(size: bytes.count, limit: SubmissionReader.maximumSize))
    }
    // All that follows uses the bytes during this call only.
    let file = unsafe TextEncoding.withText(of: bytes) { text, encodings, wasUTF16 in
      let kind = wasUTF16 ? nil : unsafe BinaryKind.of(text)
      return switch kind {
      case let kind? where kind == .workbook || kind == .oldOffice:
        unsafe MaskedWorkbook.masked(text, kind, context)
      case let kind?: MaskedFile.unreadable(FileNotText(kind))
      case nil: unsafe MaskedText.masked(text, encodings, context)
      }
    }
    guard case .masked(let masked) = file, masked.count > SubmissionReader.maximumSize else { return file }
    return .unreadable(FileTooLarge(size: masked.count, limit: SubmissionReader.maximumSize))
  }
}

/// What masking needs to know of the campaign; shared by all files.
final class MaskContext: Sendable {
  let campaign: Campaign
  let headings: HeadingSearch
  /// For each item of ``Campaign/items`` how its cells are read, as if none were personal.
  let cells: [CellReader]
  let salt: [UInt8]

  init(_ campaign: Campaign, _ salt: [UInt8]) {
    self.campaign = campaign
    self.salt = salt
    headings = HeadingSearch(campaign)
    cells = campaign.items.map { item in
      var item = item
      item.personal = nil
      return CellReader(item)
    }
  }

  /// Some items to name where no heading is found.
  var sampleItems: [String] {
    campaign.forms.lazy.flatMap { self.campaign.items[$0.items] }.prefix(3).map(\.label)
  }
}
