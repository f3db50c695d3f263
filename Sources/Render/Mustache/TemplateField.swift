/// A field that a template may name.
public struct TemplateField: Sendable {
  /// What a field holds.
  public indirect enum Kind: Sendable {
    /// A text; as a section it is shown where the text is not empty.
    case text
    /// Yes or no: a section only.
    case flag
    /// A section shown once for each entry, with fields of its own, and `first` and `last`.
    case list([TemplateField])
    /// A field with fields of its own, named with points between: `total.fund.value`.
    case object([TemplateField])
  }

  /// The name in templates.
  public var name: String
  /// What it holds.
  public var kind: Kind
  /// What it says, for the documentation.
  public var note: String

  /// A field.
  init(_ name: String, _ kind: Kind = .text, _ note: String) {
    self.name = name
    self.kind = kind
    self.note = note
  }

  /// A list; each entry knows whether it is the first or the last.
  static func list(_ name: String, _ fields: [TemplateField], _ note: String) -> TemplateField {
    TemplateField(name, .list(fields + ends), note)
  }

  /// Whether an entry of a list is the first or the last.
  static let ends = [
    TemplateField("first", .flag, "the first entry"), TemplateField("last", .flag, "the last entry"),
  ]
}
