public import Model

/// Colours of a terminal, or none.
public struct Paint: Sendable {
  private let isOn: Bool

  /// Colours where `isOn`, else plain text.
  public init(isOn: Bool) { self.isOn = isOn }

  /// A text in the colour of a severity.
  public func severity(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .reject: paint(text, "1;31")
    case .query: paint(text, "1;33")
    case .note: paint(text, "36")
    }
  }

  /// A text that stands back.
  public func dim(_ text: String) -> String { paint(text, "2") }

  private func paint(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
