import Testing

/// Three months as they came: late returns, corrections, a county that is split, units renamed and merged. Each
/// edition, what changed and why, and what is rebuilt from the history alone.
@Suite struct ThreeMonthsTests {
  @Test func everyEditionIsWhatTheCodeMakes() {
    let folder = TemporaryFolder()
    let played = folder.run("sh $FIXTURES/three-months/play.sh made")
    #expect(played.code == 0, "\(played.errText)")
    #expect(played.outText.split(separator: "\n").count { $0.hasSuffix("rebuilt byte for byte") } == 4)
    let recorded = "$FIXTURES/../reports/three-months"
    if Case.isRecording {
      folder.run("rm -rf \(recorded) && cp -r made \(recorded)")
      Issue.record("recorded reports/three-months anew")
    }
    // The bytes of a workbook depend on the versions of the libraries that write it.
    let difference = folder.run(
      """
      cp -r \(recorded) recorded
      find recorded made -name '*.xlsx' -delete
      find recorded made -name SHA256SUMS -exec sed -i '/xlsx$/d' {} +
      diff -r recorded made
      """)
    #expect(difference.code == 0, "\(difference.outText); `make golden` records them anew")
  }

  /// Whatever instant a run is killed at, the next one makes up for it; Tests/kill.sh tries more of them.
  @Test func aKilledRunIsMadeUpFor() {
    let folder = TemporaryFolder()
    let killed = folder.run("sh $FIXTURES/../Tests/kill.sh $FIXTURES/three-months 2016-05 12 7")
    #expect(killed.code == 0, "\(killed.outText)\(killed.errText)")
    #expect(killed.outText.contains("all alike in the end"))
  }
}
