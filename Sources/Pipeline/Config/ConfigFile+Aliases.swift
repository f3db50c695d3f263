import Yams

/// Aliases (`*name`) stand for what an anchor (`&name`) names. A few lines of them can stand for more than any machine
/// holds, so they are counted before anything is read of them.
extension ConfigFile {
  /// Whether a file has anchors and, as a key, an alias or a list: the parser would compare all that they stand for
  /// before anybody could count it. Quotes and block texts are not told apart; nobody writes such lines in them.
  static func hasKeysOfAliases(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "&")) else { return false }
    var isStart = true
    for place in bytes.indices {
      if isStart, isKeyOfAlias(bytes[place...]) { return true }
      isStart = " \t\r\n[{,".utf8.contains(bytes[place])
    }
    return false
  }

  /// Whether a token is `?` alone, or `*name` with a colon behind it.
  private static func isKeyOfAlias(_ token: ArraySlice<UInt8>) -> Bool {
    if token.first == UInt8(ascii: "?") { return token.dropFirst().first.map(isBlank) ?? true }
    guard token.first == UInt8(ascii: "*") else { return false }
    let behind = token.drop { !isBlank($0) }.drop { $0 == 0x20 || $0 == 0x09 }
    return behind.first == UInt8(ascii: ":")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }

  /// Whether what a node stands for, aliases written out, is at most ``mostNodes`` nodes.
  static func fits(_ node: Node) -> Bool {
    var count = 0
    // No recursion: lists may lie in lists as deep as the file is long.
    var rest = [node]
    while let next = rest.popLast() {
      count += 1
      guard count + rest.count <= mostNodes else { return false }
      switch next {
      case .sequence(let nodes): rest += nodes
      case .mapping(let pairs): for pair in pairs { rest += [pair.key, pair.value] }
      case .scalar, .alias: break
      }
    }
    return true
  }
}
