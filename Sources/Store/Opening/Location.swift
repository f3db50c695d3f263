import Glibc
import GRDBSQLite

/// Where a history lies: any bytes that the system takes for a path.
struct Location: Sendable {
  /// The path's bytes.
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The path in messages.
  var shown: String { String(decoding: bytes, as: UTF8.self) }

  /// The path as SQLite opens it: as a URI, in which nothing of the path means anything else. `immutable`
  /// promises that nobody writes, and SQLite needs no files beside it.
  func uri(immutable: Bool) -> String {
    // Debian's SQLite takes URIs; one that does not would make a file of that name.
    guard unsafe sqlite3_compileoption_used("USE_URI") != 0 else { return shown }
    var text = bytes.first == UInt8(ascii: "/") ? "file://" : "file:"
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D...0x2F, UInt8(ascii: "_"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return text + (immutable ? "?immutable=1" : "")
  }

  /// Whether something other than a file lies there, or the system does not say what does.
  var isOccupied: Bool { status().map { $0.st_mode & S_IFMT != S_IFREG } ?? !isGone }

  /// The size of the file in bytes, or of that with `suffix` behind its name; `nil` where there is none, and the
  /// largest number where the system does not say.
  func size(suffix: String = "") -> Int? {
    if let status = status(suffix) { return Int(status.st_size) }
    return isGone ? nil : Int.max
  }

  /// Whether the last call failed because nothing is there.
  private var isGone: Bool { errno == ENOENT || errno == ENOTDIR }

  private func status(_ suffix: String = "") -> stat? {
    var status = stat()
    let name = (bytes + Array(suffix.utf8)).map { CChar(bitPattern: $0) } + [0]
    // The name ends with a zero; the call fills the structure that it is given.
    return unsafe stat(name, &status) == 0 ? status : nil
  }
}
