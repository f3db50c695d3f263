/// What is known of a text before its rows are read: which column holds what, and how its bytes stand for text.
public struct SheetHead: Sendable {
  let plan: HeadingPlan
  let encoding: TextEncoding
  let delimiter: UInt8
  /// The bytes of its byte order mark.
  let mark: Int

  /// The first line of the file, where nothing else of it has to do with what is known; empty where it may have.
  let line: [UInt8]
  /// Whether all bytes of the file are UTF-8.
  public let isWhollyUTF8: Bool

  /// Whether its bytes are taken for UTF-8.
  public var isUTF8: Bool { encoding == .utf8 }

  /// Whether its rows are those of a ledger.
  public let isLedger: Bool
}
