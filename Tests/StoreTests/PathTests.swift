import Testing

@testable import Store

/// A path is bytes, and none of them means anything but itself.
struct PathTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: ["a?b#c%41 d.sqlite", "月报;'\"&=.sqlite", "file:x?mode=memory"])
  func `paths mean themselves`(name: String) throws {
    let path = folder.path + "/" + name
    _ = try Store.open(path, .writing).add(Fixture.addition())
    #expect(folder.bytes(name) != nil)
    #expect(try Store.open(path, .reading).entries().count == 1)
  }

  @Test func `a path may be no text`() throws {
    let path = Array(folder.path.utf8) + [0x2F, 0xFF, 0xC3]
    _ = try Store.open(path, .writing).add(Fixture.addition())
    #expect(try Store.open(path, .reading).entries().count == 1)
    #expect(Location(path).size() != nil)
  }
}
