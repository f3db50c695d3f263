import Aggregate
import Model

extension Figures {
  /// The figures of returns, or those of some indicators. Throws exit code 70: the campaign's reader has compiled every
  /// formula already.
  static func of(
    _ campaign: Campaign, _ returns: Returns, only indicators: Range<Int>? = nil
  ) throws(Failure) -> Figures {
    do throws(IndicatorError) {
      guard let indicators else { return try Figures(campaign: campaign, returns: returns) }
      return try Figures(campaign: campaign, returns: returns, only: indicators)
    } catch {
      throw Failure(.software, error.message(campaign.language))
    }
  }

  /// The same, made by several threads at once.
  static func of(_ campaign: Campaign, _ returns: Returns, threads: Int) async throws(Failure) -> Figures {
    let count = campaign.indicators.count
    let tasks = max(1, min(threads, count))
    let parts = try await Spread.over(tasks, threads: tasks) { task throws(Failure) in
      Memory.makeRoom()
      return try of(campaign, returns, only: count * task / tasks..<count * (task + 1) / tasks)
    }
    return Figures(joining: parts)
  }
}
