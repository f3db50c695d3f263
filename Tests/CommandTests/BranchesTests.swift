import Testing

/// The ledgers of a city: a re-election, a committee that grows, reports beside ledgers, and names that nobody sees.
@Suite struct BranchesTests {
  @Test func everyMonthIsWhatTheCodeMakes() {
    let folder = TemporaryFolder()
    let played = folder.run("sh $FIXTURES/branches/play.sh made")
    #expect(played.code == 0, "\(played.outText)\(played.errText)")
    #expect(played.outText.split(separator: "\n").count { $0.hasSuffix("rebuilt byte for byte") } == 3)
    #expect(played.outText.contains("is in the outputs, the history or what is left of personal.sqlite"))
    let recorded = "$FIXTURES/../reports/branches"
    if Case.isRecording {
      folder.run("rm -rf \(recorded) && cp -r made \(recorded)")
      Issue.record("recorded reports/branches anew")
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
}
