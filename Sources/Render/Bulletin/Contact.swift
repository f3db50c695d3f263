import Model

extension Campaign {
  /// How the office is reached, in a line; empty where the campaign does not say.
  var closing: String {
    contact.isEmpty ? "" : language.pick("联系方式：\(contact)", "Contact: \(contact)")
  }
}
