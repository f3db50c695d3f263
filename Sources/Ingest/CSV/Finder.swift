import Glibc

/// Finds the next place of a byte, and remembers it.
struct Finder {
  let sought: Int32
  private var found = -1

  init(sought: Int32) { self.sought = sought }

  /// The place of the next sought byte in `start..<end`, as far as bytes were looked at; `end` or more where there is
  /// none.
  mutating func next(in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
    if found >= start { return found }
    guard start < end, let base = bytes.baseAddress else { return end }
    // The range is within the bytes, and so is what memchr finds.
    let place = unsafe memchr(base + start, sought, end - start)
    guard let place = unsafe place else { return end }
    found = unsafe UnsafeRawPointer(place) - base
    return found
  }
}
