import Ingest
import Model

extension ReturnsAssembler {
  /// Puts readings together, the columns by several tasks; the result does not depend on how many.
  static func assemble(
    _ readings: consuming [SubmissionReading], campaign: Campaign, roster: Roster, threads: Int
  ) async throws(Failure) -> (returns: Returns, findings: [Finding]) {
    let assembler = ReturnsAssembler(readings, campaign: campaign, roster: roster)
    let parts = try await Spread.over(threads, threads: threads) { assembler.part($0, of: threads) }
    return assembler.joined(parts)
  }
}
