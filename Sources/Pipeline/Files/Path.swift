/// A path of the file system, kept as its bytes: names from foreign archives need not be UTF-8.
struct Path: Hashable, Comparable, Sendable {
  /// The bytes, without a terminating zero.
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }
  init(_ text: String) { bytes = Array(text.utf8) }

  /// For people; bytes that are not UTF-8 appear as �, control characters as ␣. `./` goes without saying.
  var display: String {
    let shown = Shown.line(String(decoding: bytes, as: UTF8.self))
    return shown.hasPrefix("./") && shown.count > 2 ? String(shown.dropFirst(2)) : shown
  }

  /// The path of an entry of this folder.
  func appending(_ name: [UInt8]) -> Path {
    Path(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [UInt8(ascii: "/")] + name)
  }

  /// The path of an entry of this folder; `name` may hold several components.
  func appending(_ name: String) -> Path { appending(Array(name.utf8)) }

  /// For the C library.
  var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  static func < (a: Path, b: Path) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}
