internal import Model

/// The functions. Their names are no reserved words: one is a function where `(` follows.
enum Function: String, Hashable, CaseIterable {
  case coalesce, abs, age, min, max, prior, parent, children
  case childrenCount = "children_count"

  /// The function of that name, in any case.
  init?(name: String) { self.init(rawValue: name.lowercased()) }

  /// Whether it takes two arguments or more, rather than one.
  var takesMany: Bool {
    switch self {
    case .coalesce, .min, .max: true
    case .abs, .age, .prior, .parent, .children, .childrenCount: false
    }
  }

  /// Whether it takes that many arguments.
  func takes(_ count: Int) -> Bool { takesMany ? count >= 2 : count == 1 }

  /// Whether its value comes from another unit, or from the month before.
  var looksElsewhere: Bool {
    switch self {
    case .prior, .parent, .children, .childrenCount: true
    case .coalesce, .abs, .age, .min, .max: false
    }
  }

  /// All names, for messages.
  static func list(_ language: Language) -> String {
    allCases.map(\.rawValue).joined(separator: language.pick("、", ", "))
  }
}
