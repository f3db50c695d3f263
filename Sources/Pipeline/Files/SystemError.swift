import Glibc

/// A call of the operating system that failed.
struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The error number (`errno`).
  let number: Int32
  /// The path it was about.
  let path: String

  init(_ path: Path, number: Int32 = errno) {
    self.number = number
    self.path = path.display
  }

  /// The system's own words.
  var reason: String {
    var buffer = [CChar](repeating: 0, count: 256)
    // Writes at most 256 bytes into the buffer, the terminating zero included.
    guard unsafe strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether there is no such file any more.
  var isGone: Bool { number == ENOENT || number == ENOTDIR }

  /// Whether the machine lacks what others will give back: nothing is said of the file.
  var isShortage: Bool { [EMFILE, ENFILE, ENOMEM, EAGAIN].contains(number) }

  var description: String { "\(path): \(reason)" }
}
