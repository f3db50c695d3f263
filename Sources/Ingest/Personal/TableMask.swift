import Model

/// Masks the rows of a sheet, each as a record with the same fields, in UTF-8.
struct TableMask {
  /// What becomes of the cells of a column.
  private enum Way {
    /// They stay.
    case keep
    /// They are an item's that says something of persons.
    case personal(item: Int)
    /// Nothing reads them, so that nobody knows what they say.
    case unread
  }

  private let context: MaskContext
  private let search: MaskSearch
  private let decoder: TextDecoder
  private let ways: [Way]
  /// The column of a ledger that tells rows apart, and the one that begins with the unit's code.
  private let key: Int?
  private let prefix: (item: Int, length: Int)?
  /// Whether notes or two blank rows have been seen.
  private var hasEnded = false
  private var lastRow = 0

  init(_ search: MaskSearch, _ context: MaskContext, _ decoder: TextDecoder) {
    self.context = context
    self.search = search
    self.decoder = decoder
    let plan = search.plan
    // Of a table that says nothing of persons all stays.
    let unknown: Way = plan.personal.isEmpty ? .keep : .unread
    ways = (0..<plan.width).map { field in
      guard case .item(let item)? = plan.meanings[field], plan.personal.contains(field) else {
        return plan.meanings[field] == nil ? unknown : .keep
      }
      return .personal(item: item)
    }
    let form = context.campaign.forms[plan.form]
    key = form.ledger.flatMap { context.campaign.ledgers[$0].key }.map { form.items.lowerBound + $0 }
    prefix = context.headings.vocabulary.prefixes[plan.form]
  }

  /// Masks a row.
  mutating func mask(_ record: Record, into masked: inout Record) {
    masked.clear()
    masked.row = record.row
    masked.isHidden = record.isHidden
    let isTitle = record.row < search.rows.lowerBound
    let isHeading = search.rows.contains(record.row)
    let isNote = isTitle || (!isHeading && isNote(record))
    var notes = NoteMask()
    var isFirst = true
    for field in 0..<record.count {
      if MaskSearch.isBlank(record, field, decoder) || isHeading {
        append(record, field, to: &masked)
        continue
      }
      let way: Way = isTitle ? .keep : field < ways.count ? ways[field] : beyond
      if !isTitle, isFirst && isPersonal(way) || saysUnit(way), let sign = sign(record, field) {
        masked.append(Array(sign.utf8).span, kind: .text, at: field)
      } else {
        apply(way, isNote, &notes, (record, field), to: &masked)
      }
      isFirst = false
    }
  }

  /// What stands beyond the headings may have been shifted there.
  private var beyond: Way { search.plan.personal.isEmpty ? .keep : .unread }

  private func isPersonal(_ way: Way) -> Bool {
    if case .keep = way { false } else { true }
  }

  /// Whether the cells begin with the unit's code, so that a row may be told by them to be none.
  private func saysUnit(_ way: Way) -> Bool {
    if case .personal(let item) = way { item == prefix?.item } else { false }
  }

  private func apply(
    _ way: Way, _ isNote: Bool, _ notes: inout NoteMask, _ spot: (record: Record, field: Int),
    to masked: inout Record
  ) {
    let (record, field) = spot
    switch way {
    case .keep where isNote:
      guard let text = decoder.text(record[field].span) else { return append(record, field, to: &masked) }
      masked.append(Array(notes.masked(text).utf8).span, kind: record.kind(field), at: field)
    case .keep: append(record, field, to: &masked)
    case .personal(let item): appendPersonal(item, record, field, to: &masked)
    case .unread: masked.append(Array(Masking.mark.utf8).span, kind: .text, at: field)
    }
  }

  /// Appends a cell as it is, in UTF-8; what is not text stays so.
  private func append(_ record: Record, _ field: Int, to masked: inout Record) {
    let cell = record[field]
    guard decoder.encoding == .gb18030 else {
      return masked.append(cell.span, kind: record.kind(field), at: field)
    }
    if let text = decoder.text(cell.span) {
      masked.append(Array(text.utf8).span, kind: .text, at: field)
    } else {
      let broken = [0xFF] + Array(cell)
      masked.append(broken.span, kind: .text, at: field)
    }
  }

  private func appendPersonal(_ item: Int, _ record: Record, _ field: Int, to masked: inout Record) {
    let kind = record.kind(field)
    if kind == .formulaWithoutValue {
      return masked.append(Array(("=" + Masking.mark).utf8).span, kind: kind, at: field)
    }
    if kind == .error { return masked.append(Array("#REF!".utf8).span, kind: kind, at: field) }
    switch context.cells[item].read(record[field].span, decoder) {
    case .blank, .notApplicable, .refused(.error): append(record, field, to: &masked)
    case .refused(.undecodable):
      let broken = code(item, record[field]) + [0xFF]
      masked.append(broken.span, kind: .text, at: field)
    case .value(let day) where context.campaign.items[item].type == .date:
      let isKept = context.campaign.items[item].personal == .apart
      let first = Day(number: Int(DayCell.firstOfMonth(day))).description
      masked.append(Array((isKept ? first : Masking.mark).utf8).span, kind: .text, at: field)
    case .value, .text, .refused:
      let standIn = standIn(item, record, field)
      masked.append(standIn.span, kind: .text, at: field)
    }
  }

  /// The unit's code that a cell begins with which cannot be decoded as a whole.
  private func code(_ item: Int, _ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard prefix?.item == item, let length = prefix?.length, cell.count >= length,
      UnitCode(cell.prefix(length)) != nil
    else { return [] }
    return cell.prefix(length)
  }

  /// What stands for a text: of a key a pseudonym, behind the unit's code where the key begins with it.
  private func standIn(_ item: Int, _ record: Record, _ field: Int) -> [UInt8] {
    let text = decoder.text(record[field].span) ?? ""
    var result: [UInt8] = []
    if prefix?.item == item, let length = prefix?.length {
      let code = CodeCell.whole(text).prefix(length)
      // Too short for a unit's code, it must stay so.
      guard code.count == length else { return Array(Masking.mark.utf8) }
      result = Array(code.utf8)
    }
    guard item == key, let folded = KeyCell.folded(text) else { return result + Array(Masking.mark.utf8) }
    return result + Pseudonym.of(folded, salt: context.salt)
  }

  /// The word by which a row is told to be no unit's, where its first cell is one that is masked.
  private func sign(_ record: Record, _ field: Int) -> String? {
    guard let text = decoder.text(record[field].span).map(Folding.trimmed) else { return nil }
    if TotalName.isOne(text) { return TotalName.isOfAll(text) ? "合计" : "小计" }
    if TableEnd.isSample(text) { return "示例" }
    let vocabulary = context.headings.vocabulary
    let isHeading = vocabulary.meanings(of: text).contains {
      $0.saysUnit || vocabulary.isPrefix($0, inForm: search.plan.form)
    }
    // A heading once more, or the sign of a text with nothing behind it.
    if isHeading || CodeCell.whole(text).isEmpty { return text }
    return TableEnd.note(text).map { $0 + Masking.mark }
  }

  /// Whether a row below the headings is a note or a signature; which units there are is not known here.
  private mutating func isNote(_ record: Record) -> Bool {
    let filled = (0..<record.count).filter { !MaskSearch.isBlank(record, $0, decoder) }
    guard !filled.isEmpty else { return false }
    if record.row - lastRow > 2, lastRow > 0 { hasEnded = true }
    lastRow = record.row
    // Where a unit's code stands the row is its return; a telephone's number of 11 digits behind a note is none.
    let coded = filled.first {
      $0 == search.plan.code && MaskSearch.hasCode(record[$0], search.plan, decoder)
    }
    if let coded, record[coded].count != 11 { return false }
    let texts = filled.map { Folding.trimmed(decoder.text(record[$0].span) ?? "") }
    let isSigned = TableEnd.isNote(texts[0])
    if coded != nil, !isSigned { return false }
    if isSigned {
      hasEnded = true
      return true
    }
    guard let code = search.plan.code else { return hasEnded && texts.contains(where: NoteMask.hasLabel) }
    let name = search.plan.name.flatMap { filled.firstIndex(of: $0) }.map { texts[$0] } ?? ""
    let unit = filled.firstIndex(of: code).map { texts[$0] } ?? ""
    return ![texts[0], name, unit].contains(where: TotalName.isOne)
  }
}
