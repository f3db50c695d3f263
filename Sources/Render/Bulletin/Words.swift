import Model

/// The recurring words of a bulletin, in its language.
struct Words {
  let edition: Edition
  let language: Language

  /// How many names a list gives before it says how many more there are.
  static let longestList = 60

  init(_ edition: Edition) {
    self.edition = edition
    language = edition.language
  }

  /// What the figures are about: 2016年6月, June 2016; of a longer period 2016年第二季度.
  var month: String { MonthWords(language: language).period(edition.period) }

  /// The month whose registry makes the denominators: of a longer period its last.
  var rosterMonth: String { MonthWords(language: language).month(edition.roster.month) }

  /// A month in full.
  func month(_ month: Month) -> String { MonthWords(language: language).month(month) }

  /// A day and a minute.
  func time(_ time: LocalTime) -> String { MonthWords(language: language).time(time) }

  /// 2016年7月5日, 5 July 2016 as 2016-07-05.
  func date(_ day: Day) -> String { MonthWords(language: language).date(day) }

  /// A unit's full name.
  func name(_ unit: Int) -> String { edition.roster.units[unit].shownName }

  /// A unit's name for lists and tables.
  func short(_ unit: Int) -> String { edition.roster.units[unit].shownShort }

  /// Where a unit is, from the child of the edition's unit down: 广东·佛山市·南海区; a child stands by itself.
  func place(_ unit: Int) -> String {
    var (names, next) = ([short(unit)], Int(edition.roster.parent[unit]))
    while unit != edition.unit, next >= 0, next != edition.unit {
      names.append(short(next))
      next = Int(edition.roster.parent[next])
    }
    return language == .zh ? names.reversed().joined(separator: "·") : names.joined(separator: ", ")
  }

  /// 河北：定州市、辛集市；山西：……; units directly below stand by themselves.
  func grouped(_ units: [Int]) -> String {
    let (roster, unit) = (edition.roster, edition.unit)
    if units.allSatisfy({ roster.parent[$0] == unit || $0 == unit }) { return names(units) }
    let groups = roster.children(of: unit).compactMap { child -> String? in
      let within = units.filter { roster.isWithin($0, child) }
      return within.isEmpty ? nil : short(child) + language.pick("：", ": ") + names(within)
    }
    return groups.joined(separator: language.pick("；", "; "))
  }

  /// 河北30个、山西12个: how many units lie in each child of the edition's unit; the names where they are the children.
  func spread(_ units: [Int]) -> String {
    if units.allSatisfy({ edition.roster.parent[$0] == edition.unit }) { return names(units) }
    let counts = edition.roster.children(of: edition.unit).compactMap { child -> String? in
      let count = units.count { edition.roster.isWithin($0, child) }
      return count == 0 ? nil : language.pick("\(short(child))\(count)个", "\(short(child)) \(count)")
    }
    return join(counts)
  }

  /// A level's name in print.
  func level(_ rank: Int) -> String { edition.roster.levels[rank].label }

  /// A level's name with the group that is counted, where that is not simply those who owe a form.
  func level(_ rank: Int, of group: Int?) -> String {
    guard let group, !edition.campaign.forms.contains(where: { $0.group == group }) else {
      return level(rank)
    }
    let name = edition.campaign.groups[group]
    return language.pick("“\(name)”\(level(rank))", "\(level(rank)) (\(name))")
  }

  /// A level's name for what its units did themselves: 省本级; the lowest level has nothing below it.
  func own(_ rank: Int) -> String {
    rank == edition.roster.levels.count - 1 ? level(rank) : level(rank) + language.pick("本级", "")
  }

  /// 、 or a comma.
  func join(_ parts: [String]) -> String { parts.joined(separator: language.pick("、", ", ")) }

  /// Names in the order given; of a long list the first ones and the number of all.
  func names(_ units: [Int]) -> String {
    let shown = join(units.prefix(Words.longestList).map(short))
    guard units.count > Words.longestList else { return shown }
    return language.pick("\(shown)等\(units.count)个", "\(shown) and others, \(units.count) in all")
  }

  /// A number in running text: exact, with 万 only where nothing is lost (188000 is 18.8万, 36666 is itself).
  func number(_ value: Int64) -> String {
    guard language == .zh, value.magnitude >= 100_000, value % 1000 == 0 else { return String(value) }
    return Quotient.text(value / 1000, decimals: 1).droppingZeroTenth + "万"
  }

  /// The heading of the column that names the children.
  var childHeading: String {
    let levels = Set(edition.roster.children(of: edition.unit).map { edition.roster.units[$0].level })
    guard levels.count == 1, let only = levels.first else { return language.pick("单位", "Unit") }
    return level(only)
  }

  /// 涉农 units or all of them, as the denominator of a group.
  func population(_ group: Int?) -> String {
    guard let group else { return language.pick("名录所列单位", "units of the registry") }
    let name = edition.campaign.groups[group]
    return language.pick("名录所列“\(name)”单位", "units of the group \(name) in the registry")
  }
}

extension String {
  fileprivate var droppingZeroTenth: String { hasSuffix(".0") ? String(dropLast(2)) : self }
}
