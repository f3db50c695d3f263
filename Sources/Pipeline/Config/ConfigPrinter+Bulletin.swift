import Model
import Yams

extension ConfigPrinter {
  /// `bulletin`; `nil` where nothing is ranked, ordered or quoted.
  static func bulletin(_ campaign: Campaign) -> Node? {
    let plan = campaign.bulletin
    var entries: [(String, Node)] = []
    if let rank = rankBy(campaign) { entries.append(("rank_by", text(rank))) }
    if let sections = plan.sections { entries.append(("sections", list(sections))) }
    if !plan.quotes.isEmpty {
      entries.append(("quotes", .sequence(Node.Sequence(plan.quotes.map { quote($0, campaign) }))))
    }
    return entries.isEmpty ? nil : map(entries)
  }

  private static func quote(_ quote: QuotePlan, _ campaign: Campaign) -> Node {
    map([
      ("item", text(campaign.items[quote.item].id)), ("label", text(quote.label)),
      ("per_unit", number(quote.perUnit)), ("length", number(quote.length)),
      ("levels", levels(quote.levels, campaign)),
    ])
  }

  private static func rankBy(_ campaign: Campaign) -> String? {
    campaign.bulletin.rankIndicator.map { indicator in
      let level = campaign.bulletin.rankLevel.map { "@" + campaign.levels[$0].id } ?? ""
      return campaign.indicators[indicator].id + level
    }
  }
}
