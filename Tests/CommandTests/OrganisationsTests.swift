import Testing

/// A province of the national ledger: the reconciliation finds the planted disagreements, and no other.
@Suite struct OrganisationsTests {
  @Test func whatIsPlantedIsFound() {
    let folder = TemporaryFolder()
    let played = folder.run("PREFIX=22 sh $FIXTURES/organisations/play.sh made --province 22")
    #expect(played.code == 0, "\(played.outText)\(played.errText)")
    #expect(played.outText.contains("all of them planted, and no other"))
    let count = played.outText.split(separator: " ").first.flatMap { Int($0) } ?? 0
    #expect(count > 0, "\(played.outText)")
  }
}
