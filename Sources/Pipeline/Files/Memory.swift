import CSystem

/// What becomes of memory that is free.
enum Memory {
  /// Pieces of 256 KiB and more go back to the system as soon as they are free: the columns and keys of a month are
  /// large and short-lived, and what comes to lie between them doubles the memory of a run. Of the rest 16 MiB are kept
  /// for what comes next.
  static func returnLargePieces() {
    _ = mallopt(Int32(yuebao_mmap_threshold), 256 << 10)
    _ = mallopt(Int32(yuebao_trim_threshold), 16 << 20)
  }

  /// Nothing goes back to the system before the end.
  static func keepPieces() {
    _ = mallopt(Int32(yuebao_mmap_threshold), 64 << 20)
    _ = mallopt(Int32(yuebao_trim_threshold), 512 << 20)
  }

  /// Makes room for the pieces of the thread that asks, in one step and of large pages: its room grows by a page at a time
  /// otherwise, with a call of the system for each, and each page is given when it is first touched. What is not touched
  /// takes no memory. Of no effect but after ``keepPieces()``.
  static func makeRoom() { yuebao_make_room(room) }

  /// A thread has no more room in one piece than 64 MiB.
  private static let room = 48 << 20
}
