public import Model

extension SheetCopy {
  /// What is copied at most, so that a hostile file costs bounded time and memory.
  public struct Limit: Sendable {
    /// The rows of a sheet.
    public var rows: Int
    /// The cells of a file.
    public var cells: Int
    /// The bytes of text of a file.
    public var bytes: Int

    /// As many rows as a clerk will look at.
    public static let returned = Limit(rows: 20_000, cells: 1_000_000, bytes: 64 << 20)
  }

  /// The sheets of a received file; none where it cannot be read as a table. The bytes are used during the
  /// call only.
  public static func sheets(of bytes: UnsafeRawBufferPointer, limit: Limit = .returned) -> [SheetCopy] {
    unsafe TextEncoding.withText(of: bytes) { text, encodings, wasUTF16 in
      let kind = wasUTF16 ? nil : unsafe BinaryKind.of(text)
      return switch kind {
      case let kind? where kind == .workbook || kind == .oldOffice:
        unsafe WorkbookCopy.sheets(of: text, kind, limit)
      case .some: []
      case nil: unsafe DelimitedCopy.sheets(of: text, encodings, limit)
      }
    }
  }
}
