import Model

/// Which column of a sheet holds what.
struct HeadingPlan: Sendable {
  /// Something to say of a heading.
  struct Remark: Sendable {
    let reason: any FindingReason
    let column: Int
    let item: String
    let value: String
  }

  /// The position of the form.
  let form: Int
  /// The fields of the special columns, 0 for the first; `nil` where there is none, or it cannot be told.
  private(set) var code: Int?
  /// How many characters of the code's cell are the code; `nil` where all are.
  private(set) var prefixLength: Int?
  private(set) var name: Int?
  private(set) var month: Int?
  /// The fields of names of units by the ranks of their levels, the highest first.
  private(set) var levels: [(rank: Int, field: Int)] = []
  /// Whether several columns claim to say the unit.
  private(set) var isUnitAmbiguous = false
  /// For each item of the form its column, 1 for A; 0 where there is none, or it cannot be told.
  private(set) var columns: [Int]
  /// For each item of the form whether it stands over several columns, or over one of another measure.
  private(set) var isAmbiguous: [Bool]
  /// The fields whose headings name an item that says something of persons, be it read or not.
  private(set) var personal: Set<Int> = []
  /// What each field stands for; nothing where its heading is blank or unknown.
  private(set) var meanings: [Int: HeadingMeaning] = [:]
  /// The number of headings that name an item of the form.
  private(set) var matches = 0
  /// The number of columns up to the last heading.
  let width: Int
  private(set) var remarks: [Remark] = []
  /// Whether every cell of the heading row means something: no other row can be a better one.
  private(set) var isWhole = false

  /// The column that says the unit, 1 for A: the code's, else the name's, else that of the lowest level; `nil`
  /// where it cannot be told.
  var unitColumn: Int? {
    isUnitAmbiguous ? nil : (code ?? name ?? levels.last?.field).map { $0 + 1 }
  }

  /// The plan of a heading row for that form.
  init(_ headings: [String], form: Int, vocabulary: Vocabulary) {
    let sheet = vocabulary.forms[form]
    self.form = form
    width = (headings.lastIndex { !Folding.name($0).isEmpty } ?? -1) + 1
    columns = Array(repeating: 0, count: sheet.items.count)
    isAmbiguous = Array(repeating: false, count: sheet.items.count)
    var found: [HeadingMeaning: [Int]] = [:]
    for (field, heading) in headings.prefix(width).enumerated() where !Folding.name(heading).isEmpty {
      if let meaning = vocabulary.meaning(of: heading, in: sheet) {
        found[meaning, default: []].append(field)
        meanings[field] = meaning
        if case .item(let item) = meaning, vocabulary.items[item].personal != nil { personal.insert(field) }
      } else if let (item, given) = vocabulary.otherMeasure(heading, in: sheet) {
        isAmbiguous[item - sheet.items.lowerBound] = true
        meanings[field] = .item(item)
        if vocabulary.items[item].personal != nil { personal.insert(field) }
        let reason = HeadingMeasureDiffers(given: given, wanted: vocabulary.items[item].measure)
        remark(reason, field, heading, item: vocabulary.items[item].label)
      } else {
        // A sheet may have 16,384 columns; beyond the limit no remark is shown.
        let isShown = remarks.count < FindingLog.limit
        let nearest = isShown ? vocabulary.nearest(to: Folding.trimmed(heading), in: sheet) : nil
        remark(HeadingUnknown(nearest: nearest), field, heading)
      }
    }
    found[.ignored] = nil
    for (meaning, fields) in found.sorted(by: { $0.value[0] < $1.value[0] }) {
      if case .item = meaning { matches += 1 }
      if fields.count == 1 {
        place(meaning, fields[0], sheet)
      } else {
        refuse(meaning, fields, headings, sheet, vocabulary)
      }
    }
    if let prefix = vocabulary.prefixes[form] {
      takePrefix(prefix.item - sheet.items.lowerBound, prefix.length)
    }
    levels.sort { $0.rank < $1.rank }
    isWhole = remarks.isEmpty && headings.allSatisfy { !Folding.name($0).isEmpty }
  }

  /// A ledger's rows say their unit by the beginning of a column, whatever else they have.
  private mutating func takePrefix(_ place: Int, _ length: Int) {
    if columns[place] > 0 {
      (code, prefixLength, isUnitAmbiguous) = (columns[place] - 1, length, false)
    } else if isAmbiguous[place], code == nil {
      isUnitAmbiguous = true
    }
  }

  private mutating func place(_ meaning: HeadingMeaning, _ field: Int, _ sheet: Form) {
    switch meaning {
    case .code: code = field
    case .name: name = field
    case .month: month = field
    case .level(let rank): levels.append((rank, field))
    case .ignored: break
    case .item(let item):
      columns[item - sheet.items.lowerBound] = field + 1
      isAmbiguous[item - sheet.items.lowerBound] = false
    }
  }

  private mutating func refuse(
    _ meaning: HeadingMeaning, _ fields: [Int], _ headings: [String], _ sheet: Form,
    _ vocabulary: Vocabulary
  ) {
    switch meaning {
    case .code: isUnitAmbiguous = true
    case .name, .level: isUnitAmbiguous = isUnitAmbiguous || code == nil
    case .month, .ignored, .item: break
    }
    var label = ""
    if case .item(let item) = meaning {
      isAmbiguous[item - sheet.items.lowerBound] = true
      label = vocabulary.items[item].label
    }
    for field in fields {
      let other = fields[0] == field ? fields[1] : fields[0]
      remark(HeadingDuplicate(other: Place.letters(other + 1)), field, headings[field], item: label)
    }
  }

  private mutating func remark(
    _ reason: any FindingReason, _ field: Int, _ heading: String, item: String = ""
  ) {
    let value = Excerpt.of(Folding.trimmed(heading))
    remarks.append(Remark(reason: reason, column: field + 1, item: item, value: value))
  }
}
