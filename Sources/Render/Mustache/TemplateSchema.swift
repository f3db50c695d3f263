public import Model

/// The fields that templates may name.
public enum TemplateSchema {
  /// The fields of a campaign's bulletin; its own indicators are in `rate` and `total`.
  public static func fields(_ campaign: Campaign) -> [TemplateField] {
    general + figures + returns + [
      TemplateField(
        "rate", .object(named(campaign, rates: true)), "a rate by the id of its indicator and the level"),
      TemplateField("total", .object(named(campaign, rates: false)), "a total, count or average by its id"),
    ]
  }

  /// What every campaign has, for the documentation.
  public static let general = [
    TemplateField("campaign", "the campaign's `title`"),
    TemplateField("organisation", "the office that publishes"),
    TemplateField("contact", "how it is reached; empty where the campaign does not say"),
    TemplateField("unit", "the unit's name"),
    TemplateField("place", "the same; empty for the top of the tree"),
    TemplateField("month", "the month or the period in words"),
    TemplateField("is_month", .flag, "it is a month, not a longer period"),
    TemplateField("due", "the last day on which returns were on time"),
    TemplateField("edition", "which edition it is and which it revises; empty for a working copy"),
    TemplateField("is_revised", .flag, "it revises a published edition"),
    TemplateField("is_provisional", .flag, "a gate of the campaign is missed"),
    TemplateField.list(
      "builtin", [TemplateField("text", "a paragraph")], "what the program says in that place"),
  ]

  /// Rates, totals, ranks and changes.
  public static let figures = [
    TemplateField("has_rates", .flag, "there is a rate to tell of"),
    TemplateField.list("sentences", [TemplateField("text", "a clause without its end")], "a clause a rate"),
    TemplateField.list("denominators", [TemplateField("text", "a sentence")], "what the shares are of"),
    TemplateField.list("rates", rate, "each rate at each level below the unit"),
    TemplateField.list("totals", total, "each total, count and average"),
    TemplateField.list("ranked", ranked, "the units directly below by rank, those without one left out"),
    TemplateField.list("best", ranked, "those of them on the first place"),
    TemplateField.list("worst", ranked, "those on the last place, where that is not the first"),
    TemplateField.list("changes", [TemplateField("text", "a sentence")], "what moved since the month before"),
  ]

  /// Who has reported, and what was wrong.
  public static let returns = [
    TemplateField.list("reporting", reporting, "each form of a month"),
    TemplateField(
      "problems", .object(problems), "how many findings there are"),
    TemplateField.list("quotes", quotes, "what the bulletin quotes"),
  ]

  static let rate = [
    TemplateField("label", "the rate's name"), TemplateField("level", "the level that is counted"),
    TemplateField("phrase", "what the units did"),
    TemplateField("value", "count, denominator and share: 4个，占12个的33%"),
    TemplateField("count", "how many did"), TemplateField("whole", "of how many"),
    TemplateField("percent_of", "the share with its denominator: 占12个的33%"),
    TemplateField("coverage", "how many have answered, of how many"),
  ]
  static let total = [
    TemplateField("label", "the name"),
    TemplateField("value", "the value with its measure; of an average what it is the quotient of"),
    TemplateField("coverage", "how many have answered, of how many"),
  ]
  private static let ranked = [
    TemplateField("rank", "the place"), TemplateField("unit", "the unit's short name"),
    TemplateField("value", "what it is ranked by, with its denominator"),
  ]
  private static let reporting = [
    TemplateField("form", "the form's title"),
    TemplateField("value", "received, expected and the share: 10个，占15个的66.7%"),
    TemplateField("expected", "how many units owe it"), TemplateField("received", "how many returns count"),
    TemplateField("on_time", "of these, on time"), TemplateField("late", "of these, late"),
    TemplateField("missing", "nothing came"), TemplateField("rejected", "came and does not count"),
    TemplateField("is_complete", .flag, "all returns owed count"),
  ]
  private static let problems = [
    TemplateField("all", "all findings"), TemplateField("rejected", "what does not count"),
    TemplateField("queries", "to be mended or explained"), TemplateField("notes", "good to know"),
  ]
  private static let quotes = [
    TemplateField("label", "what it is about"), TemplateField("unit", "who said it"),
    TemplateField("text", "what was said"), TemplateField("count", "how many units said the same"),
  ]
  /// Whether there is a figure: a named one is there in any month.
  static let known = TemplateField("known", .flag, "there is such a figure; else its texts are —")

  private static func named(_ campaign: Campaign, rates: Bool) -> [TemplateField] {
    campaign.indicators.filter { $0.isRate == rates && isName($0.id) && !$0.isComposition }.map { indicator in
      let levels = indicator.levels.members.map { campaign.levels[$0] }.filter { isName($0.id) }
      let kind: TemplateField.Kind =
        rates
        ? .object(levels.map { TemplateField($0.id, .object(rate + [known]), $0.label) })
        : .object(total + [known])
      return TemplateField(indicator.id, kind, indicator.label)
    }
  }

  /// Whether a template can name it: letters and digits of ASCII, `_` and `-`.
  static func isName(_ id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
          || $0 == 0x2D
      }
  }
}

extension TemplateField {
  /// A text.
  fileprivate init(_ name: String, _ note: String) { self.init(name, .text, note) }
}

extension Indicator {
  /// Whether it is made of shares of several items.
  var isComposition: Bool {
    if case .composition = kind { return true }
    return false
  }
}
