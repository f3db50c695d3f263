import Model
import Yams

/// `min` and `max` of an item.
extension FormReader {
  /// The least and the most that a number may be, as its type keeps it.
  func bounds(_ map: ConfigMap, of type: ItemType, named id: String) -> (least: Int64?, most: Int64?) {
    let (least, most) = (bound(map, "min", type, id), bound(map, "max", type, id))
    if let least, let most, most < least, let node = map.node("max") {
      file.report(.wrongType(key: "max", expected: .notBelow("min")), at: node)
    }
    return (least, most)
  }

  private func bound(_ map: ConfigMap, _ key: String, _ type: ItemType, _ id: String) -> Int64? {
    guard let node = map.node(key) else { return nil }
    guard let decimals = type.decimals else {
      file.report(.itemType(id, needed: ["count", "amount"]), at: node)
      return nil
    }
    if let value = FormReader.scaled(node.scalar?.string ?? "", decimals: decimals) { return value }
    file.report(.wrongType(key: key, expected: .decimal(decimals)), at: node)
    return nil
  }

  /// `2.5` with 2 decimals is 250.
  private static func scaled(_ text: String, decimals: Int) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    guard let whole = parts.first, !whole.isEmpty, parts.count == 1 || !fraction.isEmpty,
      fraction.utf8.count <= decimals
    else { return nil }
    let padded = String(whole) + fraction + String(repeating: "0", count: decimals - fraction.utf8.count)
    return Digits.value(Array(padded.utf8)).map { Int64($0) }
  }
}
