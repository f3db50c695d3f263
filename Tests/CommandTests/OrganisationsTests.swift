import Testing

/// A province of the national ledger: the reconciliation finds the planted disagreements, and no other.
@Suite struct OrganisationsTests {
  @Test func whatIsPlantedIsFound() {
    let folder = TemporaryFolder()
    let played = folder.run("PREFIX=64 sh $FIXTURES/organisations/play.sh made --province 64")
    #expect(played.code == 0, "\(played.outText)\(played.errText)")
    #expect(played.outText.contains("all of them planted, and no other"))
    let found = folder.run("wc -l <made/found")
    #expect((Int(found.outText.split(separator: "\n").first ?? "") ?? 0) > 0, "\(found.outText)")
  }
}
