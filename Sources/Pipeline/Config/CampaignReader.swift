import Model
import Yams

/// Reads `campaign.yaml` and the forms that it names.
struct CampaignReader {
  /// A file of the `forms` or the `templates` folder.
  struct Source {
    /// Its name without `.yaml` or `.mustache`.
    var name: String
    /// Its path, for messages.
    var path: String
    /// Reads it.
    var read: () throws(Failure) -> String
  }

  let forms: [Source]
  /// The office's own words.
  var templates: [Source] = []
  /// What is in the place of a form's file that is not there, for advice.
  var misnamed: (String) -> String? = { _ in nil }
  /// The codes of the registry, sorted; empty where it is not known: codes are not looked up then.
  var units: [UnitCode] = []

  /// The language that a text says it is in which need not be YAML.
  static func language(of text: String) -> Language {
    ConfigFile.lines(of: text).contains { $0.hasPrefix("language: en") } ? .en : .zh
  }

  /// The campaign, or all that is wrong with its files.
  func read(_ text: String, path: String) throws(Failure) -> Result<Campaign, ConfigMistakes> {
    let doubts = Doubts()
    let (file, top) = ConfigFile.read(path: path, text: text, doubts)
    guard let top else {
      // What is no YAML has no keys; the line that would be one still tells whom to speak to.
      return .failure(ConfigMistakes(all: file.mistakes, language: CampaignReader.language(of: text)))
    }
    let name = top.text("name", required: true) ?? ""
    let language = top.option("language", of: Language.self) ?? .zh
    let levels = levels(top)
    if top.misspells("levels") { doubts.doubtAll(.level) }
    var groupReader = GroupReader(file: file, levels: levels)
    let (groups, derived) = groupReader.read(top.list("groups"))
    if top.misspells("groups") { doubts.doubtAll(.group) }
    let read = try readForms(top, levels, groups, language, doubts)
    let maps = top.maps("indicators")
    // Without one of the forms its items would all seem misspelt.
    let indicators = read.isWhole ? indicators(maps, top.file, levels, groups, read, doubts) : []
    if top.misspells("indicators") { doubts.doubtAll(.indicator) }
    let bulletin = top.map("bulletin")
    let plan = read.isWhole ? plan(bulletin, levels, indicators, read) : BulletinPlan()
    let checks = checks(top.map("checks"), levels, read)
    var campaign = Campaign(
      name: name, title: top.text("title") ?? name, organisation: top.text("organisation") ?? "",
      language: language, levels: levels, groups: groups, deadline: deadline(top),
      utcOffset: offset(top), forms: read.forms, items: read.items, indicators: indicators,
      bulletin: plan, gate: Gate(), checks: checks)
    (campaign.gate, campaign.outputs) = run(top.map("run"))
    campaign.prefixes = prefixes(top.map("registry"), levels)
    campaign.contact = top.text("contact") ?? ""
    campaign.derivedGroups = derived
    campaign.ledgers = read.readings.compactMap(\.ledger)
    GoalsReader(top: top, isWhole: read.isWhole, units: units, doubts: doubts).read(into: &campaign)
    top.finish()
    var mistakes = file.told + read.files.flatMap(\.told)
    if mistakes.isEmpty { mistakes = ([file] + read.files).compactMap(\.doubtful) }
    // What a template may name is known once there are no mistakes in the campaign.
    if mistakes.isEmpty { mistakes = try TemplateReader(templates).read(into: &campaign) }
    return mistakes.isEmpty
      ? .success(campaign)
      : .failure(ConfigMistakes(all: mistakes, language: language))
  }

  private func plan(
    _ map: ConfigMap?, _ levels: Levels, _ indicators: [Indicator], _ read: Forms
  ) -> BulletinPlan {
    let own = templates.map(\.name).filter { $0.hasPrefix(SectionKind.ownPrefix) }
    return BulletinReader(
      levels: levels, indicators: indicators, items: read.items, forms: read.forms, own: own
    ).plan(map)
  }

  private func levels(_ top: ConfigMap) -> Levels {
    let maps = top.maps("levels")
    var found: [Level] = []
    for map in maps {
      guard let id = map.text("id", required: true) else { continue }
      let level = Level(id: id, label: map.text("label") ?? id)
      map.finish()
      if found.contains(where: { $0.id == id || $0.label == level.label }) {
        top.file.report(.duplicate(id, what: .level), at: map.node)
      } else {
        found.append(level)
      }
    }
    if maps.count > Levels.maximum {
      top.file.report(.wrongType(key: "levels", expected: .whole(1...Levels.maximum)), at: top.node)
    }
    return Levels(found) ?? .national
  }

  private struct Forms {
    var forms: [Form] = []
    var items: [Item] = []
    /// What the files of the forms say.
    var readings: [FormReading] = []
    /// The files of the forms, with their mistakes.
    var files: [ConfigFile] = []
    /// Whether every form that the campaign names was there and could be read, with all its items.
    var isWhole = true

    /// Adds a form, whose items must have ids of their own.
    mutating func add(_ reading: inout FormReading, at node: Node) {
      let known = Set(items.map(\.id))
      for item in reading.items where known.contains(item.id) {
        reading.file.report(.duplicate(item.id, what: .item), at: node)
      }
      if reading.ledger != nil { reading.form.ledger = readings.count { $0.ledger != nil } }
      forms.append(reading.form)
      items += reading.items
      readings.append(reading)
    }
  }

  private func readForms(
    _ top: ConfigMap, _ levels: Levels, _ groups: [String], _ language: Language, _ doubts: Doubts
  ) throws(Failure) -> Forms {
    var read = Forms()
    if !top.has("forms") { read.isWhole = false }
    for (name, node) in top.texts("forms", required: true) {
      guard let source = forms.first(where: { $0.name == name }) else {
        top.file.report(
          .noFile(
            "forms/\(name).yaml", known: forms.map { "forms/\($0.name).yaml" },
            misnamed: misnamed("\(name).yaml")),
          at: node)
        read.isWhole = false
        continue
      }
      let (file, formTop) = ConfigFile.read(path: source.path, text: try source.read(), doubts)
      read.files.append(file)
      let reader = FormReader(file: file, levels: levels, groups: groups, doubts: doubts)
      guard let formTop, var reading = form(formTop, by: reader, name: name, after: read, language) else {
        read.isWhole = false
        continue
      }
      if read.forms.contains(where: { $0.id == reading.form.id }) {
        top.file.report(.duplicate(name, what: .form), at: node)
      }
      read.add(&reading, at: formTop.node)
      if !reading.isWhole { read.isWhole = false }
    }
    if read.isWhole {
      for reading in read.readings { LedgerLinks(forms: read.forms, items: read.items).check(reading) }
    }
    return read
  }

  /// A form or a ledger; `nil` where its kind is neither.
  private func form(
    _ top: ConfigMap, by reader: FormReader, name: String, after read: Forms, _ language: Language
  ) -> FormReading? {
    let kind = top.option("kind", of: FormReading.Kind.self)
    switch kind ?? (top.has("kind") ? nil : .form) {
    case .form: return reader.read(top, name: name, firstItem: read.items.count)
    case .ledger:
      return LedgerReader(forms: reader, language: language)
        .read(top, name: name, form: read.forms.count, firstItem: read.items.count)
    case nil: return nil
    }
  }

  /// The built-in checks as the campaign sets them, and the rules of its forms.
  private func checks(_ map: ConfigMap?, _ levels: Levels, _ read: Forms) -> CheckPlan {
    let reader = CheckReader(levels: levels, forms: read.forms, items: read.items)
    var plan = reader.plan(map, withItems: read.isWhole)
    // Without one of the forms its items would all seem misspelt.
    if read.isWhole { plan.rules = reader.rules(read.readings) }
    return plan
  }

  private func indicators(
    _ maps: [ConfigMap], _ file: ConfigFile, _ levels: Levels, _ groups: [String], _ read: Forms,
    _ doubts: Doubts
  ) -> [Indicator] {
    let reader = IndicatorReader(
      file: file, levels: levels, groups: groups, forms: read.forms, items: read.items)
    var found: [Indicator] = []
    for map in maps {
      guard let indicator = reader.read(map) else {
        let id = map.node("id")?.scalar?.string
        if let id { doubts.doubt(.indicator, [id]) } else { doubts.doubtAll(.indicator) }
        continue
      }
      if found.contains(where: { $0.id == indicator.id }) {
        file.report(.duplicate(indicator.id, what: .indicator), at: map.node)
      }
      found.append(indicator)
    }
    return found
  }
}

extension [ConfigMistake] {
  /// Those of one file in the order of their places.
  var inOrder: [ConfigMistake] { sorted { ($0.line, $0.column) < ($1.line, $1.column) } }
}

/// All that is wrong with the configuration.
struct ConfigMistakes: Error, Sendable {
  let all: [ConfigMistake]
  /// The campaign's language, where that much could be read.
  let language: Language?
}
