import Model

/// The five parts of a change and their names.
enum ChangeWords: CaseIterable {
  case restated, registry, started, stopped, real

  /// The name in print.
  func label(_ language: Language) -> String {
    switch self {
    case .restated: language.pick("数据更正", "restated")
    case .registry: language.pick("名录调整", "registry")
    case .started: language.pick("新报送", "new returns")
    case .stopped: language.pick("停报", "returns ceased")
    case .real: language.pick("实际变化", "real change")
    }
  }

  /// The heading of its column.
  func heading(_ language: Language) -> String { label(language).capitalised }

  /// What is said where it is the only one.
  func alone(_ language: Language) -> String {
    switch self {
    case .real: language.pick("，均为实际变化", ", all of it real change")
    case .started: language.pick("，均因新报送", ", all of it by new returns")
    case .stopped: language.pick("，均因停报", ", all of it by returns that ceased")
    case .registry: language.pick("，均因名录调整", ", all of it by changes of the registry")
    case .restated: language.pick("，均因上期数据更正", ", all of it by corrections of the earlier month")
    }
  }

  /// Its part of a change.
  func amount(_ parts: ChangeParts) -> Int64 {
    switch self {
    case .restated: parts.restated
    case .registry: parts.registry
    case .started: parts.started
    case .stopped: parts.stopped
    case .real: parts.real
    }
  }

  /// The parts in the order of sentences: what the units did comes first.
  static func told(_ parts: ChangeParts) -> [(kind: ChangeWords, amount: Int64)] {
    [.real, .started, .stopped, .registry, .restated].map { ($0, $0.amount(parts)) }
  }
}

extension String {
  /// With a capital, as a heading begins.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
