import Model
import Yams

extension ConfigFile {
  /// Throws where a text has an alias (`*name`). A few lines of them can stand for more than any machine holds, and the
  /// parser compares all of it where it is a key, before anybody can count.
  static func refuseAliases(in text: String) throws {
    let (anchor, tag) = (UInt8(ascii: "&"), UInt8(ascii: "!"))
    guard text.utf8.contains(anchor), text.utf8.contains(UInt8(ascii: "*")) else { return }
    // Where anchors (`&name`) are tags, which may stand wherever they may, an alias is of nothing, and the parser says so
    // at its place. Within a text it does not matter what the signs are.
    _ = try Yams.compose(
      yaml: String(decoding: text.utf8.map { $0 == anchor ? tag : $0 }, as: UTF8.self), .basic)
  }

  /// What keeps a node from being read, and where: more than ``mostNodes`` in it, or a character with more marks than any
  /// has; texts are compared.
  static func refusal(of node: Node) -> (kind: ConfigMistake.Kind, node: Node)? {
    var count = 0
    // No recursion: lists may lie in lists as deep as the file is long.
    var rest = [node]
    while let next = rest.popLast() {
      count += 1
      guard count + rest.count <= mostNodes else { return (.tooLarge(most: mostNodes), node) }
      switch next {
      case .sequence(let nodes): rest += nodes
      case .mapping(let pairs): for pair in pairs { rest += [pair.key, pair.value] }
      case .scalar(let scalar): if CombiningMarks.areTooMany(in: scalar.string) { return (.marks, next) }
      case .alias: break
      }
    }
    return nil
  }
}
