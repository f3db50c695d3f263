import Glibc

/// Finds the next place of a byte, and remembers it, or that there is none: no byte is looked at twice. Whoever asks goes
/// from the beginning to the end.
struct Finder {
  let sought: Int32
  private var found = -1
  /// Behind the last one found there is none before this.
  private var none = 0

  init(sought: Int32) { self.sought = sought }

  /// The place of the next sought byte in `start..<end`, as far as bytes were looked at; `end` or more where there is
  /// none.
  mutating func next(in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
    if found >= start { return found }
    let start = max(start, none)
    guard start < end, let base = bytes.baseAddress else { return end }
    // The range is within the bytes, and so is what memchr finds.
    let place = unsafe memchr(base + start, sought, end - start)
    guard let place = unsafe place else {
      none = end
      return end
    }
    found = unsafe UnsafeRawPointer(place) - base
    return found
  }
}
