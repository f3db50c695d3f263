import Model
import Synchronization

/// Finds the heading row of a sheet. Thousands of files have the same headings: what was found out about one
/// is kept for the next.
final class HeadingSearch: Sendable {
  /// A heading row by its bytes.
  private struct Key: Hashable {
    let bytes: [UInt8]
    let bounds: [Range<Int>]
    let encoding: TextEncoding
  }

  /// A heading row and its plan, which are handed on without copying them.
  private final class Found: Sendable {
    let key: Key
    let plan: HeadingPlan

    init(_ key: Key, _ plan: HeadingPlan) { (self.key, self.plan) = (key, plan) }

    func isOf(_ record: Record, _ encoding: TextEncoding) -> Bool {
      guard key.encoding == encoding, key.bounds.count == record.count else { return false }
      let bytes = key.bytes
      return bytes.span.isSame(as: record.bytes.span)
        && key.bounds.indices.allSatisfy { key.bounds[$0] == record.bounds($0) }
    }
  }

  /// Two rows that may be headings together, and their plan, if they are.
  private struct Joined {
    let upper, lower: [String]
    let plan: HeadingPlan?
  }

  /// What was asked for last, the last first: the files of a month have few headings among them.
  private struct Recent<Plan> {
    private(set) var all: [Plan] = []

    mutating func note(_ plan: Plan) {
      all.insert(plan, at: 0)
      if all.count > HeadingSearch.mostRecent { all.removeLast() }
    }
  }

  /// The plans that were found.
  private struct Known {
    private var all: [Key: Found] = [:]
    private(set) var recent = Recent<Found>()
    /// Those of two rows.
    var joined = Recent<Joined>()

    mutating func found(_ key: Key) -> Found? {
      guard let found = all[key] else { return nil }
      recent.note(found)
      return found
    }

    mutating func keep(_ found: Found) {
      guard all.count < HeadingSearch.mostPlans else { return }
      all[found.key] = found
      recent.note(found)
    }
  }

  /// A row that comes near to a heading row.
  struct NearMiss {
    let row: Int
    let nearest: HeadingNotFound.Nearest
  }

  /// The heading row is looked for in the rows up to this one.
  static let lastRow = 20
  /// As a hostile inbox may have different headings in every file.
  private static let mostPlans = 1000
  /// So many are compared before a table of all is asked.
  private static let mostRecent = 8
  private static let longestKept = 1 << 14
  private static let mostRemarks = 50

  let vocabulary: Vocabulary
  private let known = Mutex<Known>(Known())

  init(_ campaign: Campaign) { vocabulary = Vocabulary(campaign) }

  /// The plan where the record is a heading row; otherwise `nil`, and `miss` is set if it comes nearer to one
  /// than the rows before.
  func plan(_ record: Record, _ decoder: TextDecoder, miss: inout NearMiss?) -> HeadingPlan? {
    let recent = known.withLock { $0.recent.all }
    if let found = recent.first(where: { $0.isOf(record, decoder.encoding) }) { return found.plan }
    let key = Key(
      bytes: record.bytes, bounds: (0..<record.count).map(record.bounds), encoding: decoder.encoding)
    if let found = known.withLock({ $0.found(key) }) { return found.plan }
    let texts = (0..<record.count).map { decoder.text(record[$0].span) }
    let headings = texts.map { $0 ?? "" }
    let meanings = headings.map(vocabulary.meanings(of:))
    guard let plan = plan(headings, meanings) else {
      note(headings, meanings, isGarbled: texts.contains(nil), row: record.row, in: &miss)
      return nil
    }
    if plan.remarks.count <= HeadingSearch.mostRemarks {
      known.withLock { $0.keep(Found(key, plan)) }
    }
    return plan
  }

  /// The plan of two rows that are headings together; `nil` where the lower one adds nothing.
  func plan(_ upper: [String], over lower: [String]) -> HeadingPlan? {
    // A title stands alone in its row.
    guard upper.count(where: { !Folding.name($0).isEmpty }) > 1 else { return nil }
    let recent = known.withLock { $0.joined.all }
    if let both = recent.first(where: { $0.upper == upper && $0.lower == lower }) { return both.plan }
    let joined = vocabulary.joined(upper, lower)
    let plan =
      joined.usesLower ? plan(joined.headings, joined.headings.map(vocabulary.meanings(of:))) : nil
    if HeadingSearch.isShort(upper), HeadingSearch.isShort(lower),
      plan?.remarks.count ?? 0 <= HeadingSearch.mostRemarks
    {
      known.withLock { $0.joined.note(Joined(upper: upper, lower: lower, plan: plan)) }
    }
    return plan
  }

  /// Whether a row is not too long to be kept.
  private static func isShort(_ row: [String]) -> Bool {
    row.reduce(0) { $0 + $1.utf8.count + 16 } <= longestKept
  }

  /// The plan of headings for the form of which they name the most items; `nil` where they name none, or no unit.
  private func plan(_ headings: [String], _ meanings: [[HeadingMeaning]]) -> HeadingPlan? {
    // Nearly all rows name no item at all.
    guard meanings.contains(where: { !$0.isEmpty }) else { return nil }
    let matched = vocabulary.forms.indices.map { form in
      vocabulary.sayUnit(meanings, inForm: form) ? items(vocabulary.forms[form], in: meanings) : 0
    }
    guard let most = matched.max(), most > 0, let form = matched.firstIndex(of: most) else { return nil }
    return HeadingPlan(headings, form: form, vocabulary: vocabulary)
  }

  private func items(_ form: Form, in meanings: [[HeadingMeaning]]) -> Int {
    meanings.count {
      $0.contains { if case .item(let item) = $0 { form.items.contains(item) } else { false } }
    }
  }

  private func note(
    _ headings: [String], _ meanings: [[HeadingMeaning]], isGarbled: Bool, row: Int, in miss: inout NearMiss?
  ) {
    let most = vocabulary.forms.map { items($0, in: meanings) }.max() ?? 0
    let hasCode = meanings.contains { $0.contains(.code) }
    var found = nearest(headings, hasCode: hasCode, items: most)
    if found == .none, isGarbled { found = .garbled }
    if miss.map({ $0.nearest == .garbled && found != .none }) ?? (found != .none) {
      miss = NearMiss(row: row, nearest: found)
    }
  }

  private func nearest(_ headings: [String], hasCode: Bool, items: Int) -> HeadingNotFound.Nearest {
    if hasCode, headings.count > 1 { return .codeWithoutItems }
    if items > 1 {
      let others = headings.filter { vocabulary.meanings(of: $0).isEmpty && !Folding.name($0).isEmpty }
      let similar = others.prefix(100).first { heading in
        Nearest.name(to: Folding.name(heading), among: Vocabulary.codeHeadings) != nil
      }
      return .itemsWithoutCode(similar: similar.map { Excerpt.of(Folding.trimmed($0)) })
    }
    if headings.count == 1, let only = headings.first, only.prefix(4096).count(where: { $0 == "，" }) > 1 {
      let pieces = only.split(separator: "，").map { vocabulary.meanings(of: String($0)) }
      if vocabulary.forms.indices.contains(where: { vocabulary.sayUnit(pieces, inForm: $0) }) {
        return .fullWidthCommas
      }
    }
    return .none
  }
}
