import Glibc

/// Tests may run as root, whom no permission stops: `setfsuid` gives this thread the rights of nobody.
enum Ownership {
  /// Gives up root's rights over files where one has them, and says what they were.
  static func drop() -> Int32? { geteuid() == 0 ? set(65_534) : nil }

  /// Takes them back.
  static func restore(_ before: Int32?) {
    if let before { _ = set(UInt32(before)) }
  }

  private static func set(_ user: UInt32) -> Int32 {
    // Swift's module of the C library leaves the function out; its type is int (uid_t).
    guard let function = unsafe dlsym(nil, "setfsuid") else { return 0 }
    return unsafe unsafeBitCast(function, to: (@convention(c) (UInt32) -> Int32).self)(user)
  }
}
