import Testing

/// Calls of the system that fail; `make faults` tries all of them.
@Suite struct FaultTests {
  /// A seeded choice over all commands: each ends with a documented exit code and a message, leaves nothing half
  /// written, and the next run is whole.
  @Test(.unlessSanitized) func whateverFailsTheNextRunIsWhole() {
    let folder = TemporaryFolder()
    let tried = folder.run(
      "sh $FIXTURES/../Tests/faults/run.sh $(command -v yuebao) --sample 60 --seed 5 --quick")
    #expect(tried.code == 0, "\(tried.outText)\(tried.errText)")
    #expect(tried.outText.contains("60 of "))
    #expect(tried.outText.contains(": 0 problems"))
  }

  /// The calls that are counted are those that the system sees.
  @Test(.unlessSanitized) func nothingGoesPastTheCount() {
    let folder = TemporaryFolder()
    let proved = folder.run(
      """
      command -v strace >/dev/null || { echo "no strace: all alike"; exit 0; }
      sh $FIXTURES/../Tests/faults/run.sh $(command -v yuebao) --only late --prove
      """)
    #expect(proved.code == 0, "\(proved.outText)\(proved.errText)")
    #expect(proved.outText.contains("all alike"))
  }
}
