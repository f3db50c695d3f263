import Model

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

  /// The folder that it lies in.
  var folder: Path {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return Path(".") }
    return slash == 0 ? Path("/") : Path(bytes: Array(bytes[..<slash]))
  }

  /// Another path of that folder, whose name is that of this one with something before and behind it.
  func beside(_ before: String, _ behind: String) -> Path {
    let name = bytes[((bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
    return folder.appending(Array(before.utf8) + name + Array(behind.utf8))
  }

  /// For the C library.
  var cString: [CChar] {
    unsafe [CChar](unsafeUninitializedCapacity: bytes.count + 1) { text, count in
      // There is room for all bytes and the zero.
      unsafe UnsafeMutableRawBufferPointer(text).copyBytes(from: bytes)
      unsafe text[bytes.count] = 0
      count = bytes.count + 1
    }
  }

  static func < (a: Path, b: Path) -> Bool { a.bytes.span.precedes(b.bytes.span) }
}
