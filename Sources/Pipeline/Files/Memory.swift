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
}
