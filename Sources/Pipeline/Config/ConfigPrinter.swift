public import Model
import Yams

/// Prints the configuration as it was understood, every default spelled out, as YAML that can be read again.
public enum ConfigPrinter {
  /// The campaign as `campaign.yaml` would give it; `forms` are given by their ids.
  public static func campaign(_ campaign: Campaign) throws(Failure) -> String {
    var entries: [(String, Node)] = [
      ("name", text(campaign.name)), ("title", text(campaign.title)),
      ("organisation", text(campaign.organisation)), ("language", text(campaign.language.rawValue)),
      ("utc_offset", text(offset(campaign.utcOffset))),
      ("due_day", number(campaign.deadline.dayOfMonth)),
      ("due_months_after", number(campaign.deadline.monthsAfter)),
      ("holidays", list(campaign.deadline.holidays.sorted().map(\.description))),
      ("levels", .sequence(Node.Sequence(campaign.levels.all.map(level)))),
      ("groups", groups(campaign)), ("forms", list(campaign.forms.map(\.id))),
      ("indicators", .sequence(Node.Sequence(campaign.indicators.map { indicator($0, campaign) }))),
      ("checks", checks(campaign)), ("run", map([("gates", gates(campaign.gate))])),
    ]
    if let rank = rankBy(campaign) { entries.append(("bulletin", map([("rank_by", text(rank))]))) }
    entries += goals(campaign)
    return try print(map(entries))
  }

  private static func groups(_ campaign: Campaign) -> Node {
    let nodes = campaign.groups.enumerated().map { position, name in
      campaign.derivedGroups.first { $0.group == position }
        .map { map([("name", text(name)), ("where", text($0.formula))]) } ?? text(name)
    }
    return .sequence(Node.Sequence(nodes, Tag(.implicit), .flow))
  }

  private static func gates(_ gate: Gate) -> Node {
    var entries = [("received", number(gate.received))]
    if let rejected = gate.rejected { entries.append(("rejected", number(rejected))) }
    return map(entries)
  }

  /// One form as `forms/ID.yaml` would give it.
  public static func form(_ form: Form, of campaign: Campaign) throws(Failure) -> String {
    var entries = [
      ("id", text(form.id)), ("title", text(form.title)),
      ("filled_by", levels(form.filledBy, campaign)),
    ]
    if let group = form.group { entries.append(("group", text(campaign.groups[group]))) }
    let items = campaign.items[form.items].map { item($0, campaign) }
    entries.append(("items", .sequence(Node.Sequence(items))))
    entries.append(("checks", rules(form, campaign)))
    return try print(map(entries))
  }

  /// The form of that id; throws exit code 64 with the nearest where there is none.
  public static func form(named id: String, of campaign: Campaign) throws(Failure) -> String {
    if let found = campaign.forms.first(where: { $0.id == id }) {
      return try form(found, of: campaign)
    }
    let nearest = Nearest.name(to: id, among: campaign.forms.map(\.id))
    let hint = nearest.map { campaign.language.pick("，是否应为“\($0)”？", "; did you mean '\($0)'?") } ?? ""
    throw Failure(
      .usage, campaign.language.pick("没有报表“\(id)”", "there is no form '\(id)'") + hint)
  }

  private static func item(_ item: Item, _ campaign: Campaign) -> Node {
    var entries = [
      ("id", text(item.id)), ("label", text(item.label)), ("aliases", list(item.aliases)),
      ("type", text(item.type.name)),
    ]
    if case .amount(let decimals) = item.type { entries.append(("decimals", number(decimals))) }
    if case .choice(let choices) = item.type {
      let nodes = choices.map { map([("id", text($0.id)), ("label", text($0.label))]) }
      entries.append(("choices", .sequence(Node.Sequence(nodes))))
    }
    entries += [
      ("measure", text(item.measure)), ("over_time", text(item.overTime.rawValue)),
      ("over_tree", text(item.overTree.rawValue)), ("filled_by", levels(item.filledBy, campaign)),
      ("parts", list(item.parts)), ("optional", plain(item.isOptional ? "true" : "false")),
    ]
    if let least = item.least { entries.append(("min", bound(least, of: item))) }
    if let most = item.most { entries.append(("max", bound(most, of: item))) }
    return map(entries)
  }

  private static func indicator(_ indicator: Indicator, _ campaign: Campaign) -> Node {
    var entries = [("id", text(indicator.id)), ("label", text(indicator.label))]
    if !indicator.phrase.isEmpty { entries.append(("phrase", text(indicator.phrase))) }
    let group = indicator.group.map { campaign.groups[$0] }
    let id = { (item: Int) in text(campaign.items[item].id) }
    switch indicator.kind {
    case .total(let item): entries += [("sum", id(item))] + (group.map { [("of", text($0))] } ?? [])
    case .count(let formula): entries.append(("count", text(formula)))
    case .rate(let formula): entries += [("count", text(formula)), ("of", text(group ?? "all"))]
    case .averagePerUnit(let item, let level):
      entries += [("sum", id(item)), ("per", map([("units", text(campaign.levels[level].id))]))]
      entries.append(("of", text(group ?? "all")))
    case .ratio(let item, let per):
      entries += [("sum", id(item)), ("per", map([("sum", id(per))]))]
      if let group { entries.append(("of", text(group))) }
    case .value(let item): entries.append(("value", id(item)))
    case .composition(let parts, let whole):
      entries += [("composition", list(parts.map { campaign.items[$0].id })), ("of", id(whole))]
    }
    if !indicator.condition.isEmpty { entries.append(("where", text(indicator.condition))) }
    entries += [
      ("levels", levels(indicator.levels, campaign)), ("decimals", number(indicator.decimals)),
      ("measure", text(indicator.measure)),
    ]
    return map(entries)
  }

  private static func rankBy(_ campaign: Campaign) -> String? {
    campaign.bulletin.rankIndicator.map { indicator in
      let level = campaign.bulletin.rankLevel.map { "@" + campaign.levels[$0].id } ?? ""
      return campaign.indicators[indicator].id + level
    }
  }

  private static func level(_ level: Level) -> Node {
    map([("id", text(level.id)), ("label", text(level.label))])
  }

  static func levels(_ set: SmallSet, _ campaign: Campaign) -> Node {
    list(set.members.map { campaign.levels[$0].id })
  }

  private static func offset(_ minutes: Int) -> String {
    let size = abs(minutes)
    return (minutes < 0 ? "-" : "+") + Digits.padded(size / 60, 2) + ":" + Digits.padded(size % 60, 2)
  }

  // Texts are quoted: an id such as `no` or 110101 must come back as the text that it was.
  static func text(_ text: String) -> Node {
    .scalar(Node.Scalar(text, Tag(.str), .doubleQuoted))
  }
  static func plain(_ text: String) -> Node { .scalar(Node.Scalar(text, Tag(.implicit), .plain)) }
  static func number(_ number: Int) -> Node { plain(String(number)) }
  static func list(_ texts: [String]) -> Node {
    .sequence(Node.Sequence(texts.map(text), Tag(.implicit), .flow))
  }
  static func map(_ entries: [(String, Node)]) -> Node {
    .mapping(Node.Mapping(entries.map { (plain($0.0), $0.1) }))
  }

  private static func print(_ node: Node) throws(Failure) -> String {
    do {
      return try Yams.serialize(node: node, width: -1, allowUnicode: true)
    } catch {
      throw Failure(.software, "the configuration cannot be printed: \(error)")
    }
  }
}
