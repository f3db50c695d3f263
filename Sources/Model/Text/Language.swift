/// The language of a campaign's headings, messages and bulletins.
public enum Language: String, Sendable, CaseIterable {
  /// Chinese, the default.
  case zh
  /// English.
  case en

  /// The text of this language.
  public func pick(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    self == .zh ? zh() : en()
  }
}
