/// Names for files and folders made of names that others have given.
enum SafeName {
  /// The longest name, in bytes.
  static let limit = 100

  /// A name that any file system takes, of at most ``limit`` bytes with its ending: what separates folders, is
  /// reserved on Windows or is not seen becomes `_`, and it neither begins nor ends with a point or a blank.
  static func of(_ name: String, ending: String = "", limit: Int = limit) -> String {
    var kept = ""
    var bytes = ending.utf8.count
    for scalar in name.unicodeScalars {
      let safe: Unicode.Scalar = isSafe(scalar) ? scalar : "_"
      bytes += Unicode.UTF8.width(safe)
      if bytes > limit { break }
      kept.unicodeScalars.append(safe)
    }
    while let last = kept.last, last == "." || last == " " { kept.removeLast() }
    if kept.first == "." || kept.first == " " { kept = "_" + kept.dropFirst() }
    return (kept.isEmpty ? "_" : kept) + ending
  }

  /// The same, and different from those taken, whatever the case of its letters; it is then taken too.
  static func unique(_ name: String, ending: String = "", taken: inout Set<String>) -> String {
    var candidate = of(name, ending: ending)
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = of(of(name, limit: limit - ending.utf8.count - 8), ending: "-\(number)" + ending)
      number += 1
    }
    return candidate
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: !"/\\:*?\"<>|".unicodeScalars.contains(scalar)
    }
  }
}
