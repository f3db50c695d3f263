import Aggregate
import Model

extension MonthBook {
  /// What an edition of a month is set beside, the month before as known now among it.
  func context(of run: MonthRun) async throws(Failure) -> EditionContext {
    var earlier = run.before
    if earlier == nil, let before = run.roster.month.previous { earlier = try await figures(before) }
    return try await context(of: run, earlier: earlier)
  }

  /// What an edition of a month is set beside; `earlier` is the month before as known now.
  func context(of run: MonthRun, earlier: MonthFigures?) async throws(Failure) -> EditionContext {
    var context = EditionContext()
    context.earlier = earlier
    context.comparing = earlier.map {
      Comparing(
        campaign: workspace.campaign, registry: workspace.registry, earlier: $0, later: run.monthFigures)
    }
    if let earlier, let last = try publications(earlier.returns.roster.month).last {
      context.earlierPublished = try await published(last)
    }
    context.firstPublished = try firstPublished(run.earlier.map(\.month) + [run.roster.month])
    let publications = try publications(run.roster.month)
    guard let last = publications.last else { return context }
    context.last = (last.number, last.entry.version)
    // Where nothing has changed since, the edition is the one that was published: it tells what that one told.
    if !differences(from: last, run.monthFigures).isEmpty {
      context.published = try await published(last)
    } else {
      context.edition = Vintage.Published(last)
      let before = publications.dropLast().last
      if let before { context.published = try await published(before) }
    }
    return context
  }

  /// The published figures that are other than today's.
  func differences(from publication: Publication, _ now: MonthFigures) -> [Erratum] {
    Errata.make(
      campaign: workspace.campaign, published: publication.figures, then: nil, now: now,
      registryChanged: false, campaignChanged: false)
  }

  /// A publication with what was known then.
  private func published(_ publication: Publication) async throws(Failure) -> EditionContext.Published {
    var published = EditionContext.Published(publication: publication, campaign: workspace.campaign)
    let book = try book(of: publication)
    guard let book else { return published }
    published.campaign = book.workspace.campaign
    published.then = try await book.figures(publication.month)
    let (before, after) = (book.workspace.configuration, workspace.configuration)
    published.registryChanged =
      before.bytes(ConfigurationFiles.registry) != after.bytes(ConfigurationFiles.registry)
    published.campaignChanged =
      before.ofFigures.filter { $0.name != ConfigurationFiles.registry }
      != after.ofFigures.filter { $0.name != ConfigurationFiles.registry }
    return published
  }
}
