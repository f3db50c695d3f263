/// The characters that are markup in HTML and XML, in content or in quoted attributes.
enum Entity {
  /// What stands for one of them; `nil` for any other character.
  static func of(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: nil
    }
  }
}
