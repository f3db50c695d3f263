/// The nearest of several names, for "did you mean".
public enum Nearest {
  /// The candidate with the fewest edits from `name` (Levenshtein distance over Unicode scalars, of which the first 64
  /// count); `nil` where even that one differs in more than half of the longer name, and at least one edit is always
  /// allowed. Ties go to the first.
  public static func name(to name: String, among candidates: some Sequence<String>) -> String? {
    let sought = Array(name.unicodeScalars.prefix(64))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.unicodeScalars.prefix(64))
      let allowed = min(max(1, max(sought.count, letters.count) / 2), (best?.distance ?? .max) - 1)
      // So many edits are needed for the length alone.
      guard abs(sought.count - letters.count) <= allowed else { continue }
      let distance = distance(sought, letters)
      if distance <= allowed { best = (candidate, distance) }
    }
    return best?.name
  }

  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
