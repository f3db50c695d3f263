public import Model
import Yams

/// Prints the configuration as it was understood, every default spelled out, as YAML that can be read again.
public enum ConfigPrinter {
  /// The campaign as `campaign.yaml` would give it; `forms` are given by their ids.
  public static func campaign(_ campaign: Campaign) throws(Failure) -> String {
    var entries: [(String, Node)] = [
      ("name", text(campaign.name)), ("title", text(campaign.title)),
      ("organisation", text(campaign.organisation)), ("contact", text(campaign.contact)),
      ("language", text(campaign.language.rawValue)),
      ("utc_offset", text(offset(campaign.utcOffset))),
      ("due_day", number(campaign.deadline.dayOfMonth)),
      ("due_months_after", number(campaign.deadline.monthsAfter)),
      ("holidays", list(campaign.deadline.holidays.sorted().map(\.description))),
      ("levels", .sequence(Node.Sequence(campaign.levels.all.map(level)))),
      ("groups", groups(campaign)), ("forms", list(campaign.forms.map(\.id))),
      ("indicators", .sequence(Node.Sequence(campaign.indicators.map { indicator($0, campaign) }))),
      ("checks", checks(campaign)), ("run", run(campaign)),
    ]
    if !campaign.prefixes.isEmpty {
      let lengths = Node.Sequence(campaign.prefixes.map(number), Tag(.implicit), .flow)
      entries.append(("registry", map([("prefixes", .sequence(lengths))])))
    }
    if let bulletin = bulletin(campaign) { entries.append(("bulletin", bulletin)) }
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

  private static func run(_ campaign: Campaign) -> Node {
    let outputs = OutputKind.allCases.filter(campaign.outputs.contains)
    return map([("gates", gates(campaign.gate)), ("outputs", list(outputs.map(\.rawValue)))])
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
      ("kind", text((form.ledger == nil ? FormReading.Kind.form : .ledger).rawValue)),
      ("filled_by", levels(form.filledBy, campaign)),
    ]
    if let group = form.group { entries.append(("group", text(campaign.groups[group]))) }
    if let ledger = form.ledger {
      return try print(map(entries + self.ledger(campaign.ledgers[ledger], form, campaign)))
    }
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
    let (first, last) = itemEntries(item)
    var entries = [
      ("over_time", text(item.overTime.rawValue)), ("over_tree", text(item.overTree.rawValue)),
      ("filled_by", levels(item.filledBy, campaign)), ("parts", list(item.parts)),
    ]
    if !item.ledgerItem.isEmpty { entries.append(("ledger", text(item.ledgerItem))) }
    return map(first + entries + last)
  }

  /// What items of forms and columns of ledgers have: what comes first, and what last.
  static func itemEntries(_ item: Item) -> (first: [(String, Node)], last: [(String, Node)]) {
    var entries = [
      ("id", text(item.id)), ("label", text(item.label)), ("aliases", list(item.aliases)),
      ("type", text(item.type.name)),
    ]
    if case .amount(let decimals) = item.type { entries.append(("decimals", number(decimals))) }
    if case .choice(let choices) = item.type {
      let nodes = choices.map { map([("id", text($0.id)), ("label", text($0.label))]) }
      entries.append(("choices", .sequence(Node.Sequence(nodes))))
    }
    entries.append(("measure", text(item.measure)))
    var last = [("optional", plain(item.isOptional ? "true" : "false"))]
    if let least = item.least { last.append(("min", bound(least, of: item))) }
    if let most = item.most { last.append(("max", bound(most, of: item))) }
    if let personal = item.personal { last.append(("personal", text(personal.rawValue))) }
    return (entries, last)
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
      if let mean = mean(item, per, campaign) {
        entries.append(("mean", text(mean)))
      } else {
        entries += [("sum", id(item)), ("per", map([("sum", id(per))]))]
      }
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

  /// The id of a mean that is made of these two items; `nil` where they are no mean.
  private static func mean(_ item: Int, _ per: Int, _ campaign: Campaign) -> String? {
    let id = campaign.items[item].id.dropLast(".sum".count)
    let isMean = "\(id).sum" == campaign.items[item].id && "\(id).of" == campaign.items[per].id
    return isMean && campaign.forms[campaign.form(ofItem: item)].ledger != nil ? String(id) : nil
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
