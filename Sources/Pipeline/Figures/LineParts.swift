import Glibc

/// Reads a file part by part, each of whole lines, into memory that is used again.
struct LineParts: ~Copyable {
  /// The bytes of a part; a few more where a line goes on.
  static let size = 1 << 20

  private let path: Path
  private let file: Int32
  /// The bytes of the file when it was opened.
  private let size: Int
  private var buffer: [UInt8] = []

  init(_ path: Path, followsLinks: Bool = true) throws(SystemError) {
    self.path = path
    // The path is a C string that lives during the call.
    file = unsafe open(path.cString, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW))
    guard file >= 0 else { throw SystemError(path) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else {
      let error = SystemError(path)
      close(file)
      throw error
    }
    size = Int(status.st_size)
  }

  deinit { if file >= 0 { close(file) } }

  /// Calls `body` with the lines that begin in a range of the file. The bytes are there during the call only.
  mutating func withLines<Result>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(SystemError) -> Result {
    // The byte before says whether a line begins with the range.
    let before = range.lowerBound == 0 ? 0 : 1
    var length = try read(at: range.lowerBound - before, from: 0, wanted: range.count + before)
    let isWhole = length == range.count + before
    let begin = before == 0 ? 0 : (buffer[..<length].firstIndex(of: 0x0A).map { $0 + 1 } ?? length)
    var end = length
    // The last line goes on behind the range.
    while isWhole, begin < length, buffer[length - 1] != 0x0A || end < length {
      let start = length
      length = try read(at: range.lowerBound - before + start, from: start, wanted: 1 << 16)
      guard length > start else { break }
      if let found = buffer[start..<length].firstIndex(of: 0x0A) {
        end = found + 1
        break
      }
      end = length
    }
    let lines = min(begin, end)..<end
    // The range is within the buffer, which outlives the call.
    return unsafe buffer.withUnsafeBytes { unsafe body(UnsafeRawBufferPointer(rebasing: $0[lines])) }
  }

  /// Reads so many bytes to that place of the buffer, or to the end of the file; how many the buffer then holds.
  private mutating func read(at offset: Int, from place: Int, wanted: Int) throws(SystemError) -> Int {
    if buffer.isEmpty {
      // With room for a line that goes on, so that it need not grow twofold.
      buffer = Array(repeating: 0, count: wanted < LineParts.size ? wanted : wanted + (1 << 17))
    }
    if buffer.count < place + wanted {
      buffer.append(contentsOf: repeatElement(0, count: place + wanted - buffer.count))
    }
    var length = place
    while length < place + wanted {
      // The buffer has room for what is asked.
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe pread(
          file, bytes.baseAddress?.advanced(by: length), place + wanted - length,
          off_t(offset + length - place))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(path)
      }
      if count == 0 { break }
      length += count
    }
    // A file that ends before its end is not whole.
    guard length - place >= min(wanted, size - offset) else { throw SystemError(path, number: EIO) }
    return length
  }
}
