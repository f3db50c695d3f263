/// Text made safe for XML, in content and in quoted attributes alike.
enum SVGText {
  /// The text with its markup escaped; characters that XML cannot hold, and marks that turn the direction of text, go.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if let entity = Entity.of(scalar) {
        escaped += entity
        continue
      }
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: escaped += " "
      case .format, .unassigned, .privateUse, .surrogate: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
