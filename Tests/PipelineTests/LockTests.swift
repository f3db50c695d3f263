import Foundation
import Model
import Testing

@testable import Pipeline

@Suite struct LockTests {
  /// The descriptors that this process has open on a file.
  private static func descriptors(of path: String) throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { name in
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + name)
      return target == path ? Int32(name) : nil
    }
  }

  /// A process that is being started has a copy of the descriptor for an instant: the lock is free all the same.
  @Test func isFreeAtOnceWhereADescriptorWasCopied() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "yuebao-lock-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path + "/lock"
    var copies: [Int32] = []
    do {
      let lock = try Lock(Path(path), .en)
      copies = try Self.descriptors(of: path).map { dup($0) }
      let failure = #expect(throws: Failure.self) { _ = try Lock(Path(path), .en) }
      #expect(failure?.code == .temporary)
      _ = consume lock
    }
    #expect(!copies.isEmpty)
    #expect(throws: Never.self) { _ = try Lock(Path(path), .en) }
    for copy in copies { close(copy) }
  }
}
