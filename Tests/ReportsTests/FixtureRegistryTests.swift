import Foundation
import Model
import Testing

@testable import Pipeline
@testable import generator

/// The Bureau's files, where this machine has them: a clone of the project does not.
private let nbs: String = {
  let named = ProcessInfo.processInfo.environment["YUEBAO_DATA"]
  return (named ?? Golden.root + "/../shared/data") + "/registry-cn/2016-07-31"
}()

@Suite struct FixtureRegistryTests {
  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: nbs),
      "skipped: set YUEBAO_DATA to a folder with registry-cn/2016-07-31 of the Bureau"))
  func fixtureIsMadeFromTheBureausFiles() throws {
    let folder = try Golden.folder("registry")
    try generator.Registry(tree: Participation.mark(NationalList.read(nbs)))
      .write(to: folder + "/registry.csv")
    let read = { try Data(contentsOf: URL(fileURLWithPath: $0 + "/registry.csv")) }
    let made = try read(folder)
    let kept = try read(Golden.root + "/fixtures/baixian-qianxiang")
    #expect(made == kept)
  }

  @Test func participatingUnits() throws {
    let workspace = try Workspace.open(
      Golden.root + "/fixtures/baixian-qianxiang", language: nil)
    let month = try #require(NationalMonth.month)
    let roster = workspace.registry.roster(in: month)
    let counts = (0..<5).map { level in
      roster.units.indices.count { roster.matches($0, level: level, group: 0) }
    }
    #expect(counts == [1, 32, 338, 2448, 33979])
    #expect(
      roster.units.indices.allSatisfy { unit in
        let parent = Int(roster.parent[unit])
        return parent < 0 || roster.units[unit].groups.isEmpty || !roster.units[parent].groups.isEmpty
      })
  }
}
