extension ConfigMistake {
  /// What is wrong with groups, and with what a target says of units.
  func groupsMessage(_ zh: Bool) -> String {
    switch kind {
    case .derivedOrder(let other, let group, _) where other == group:
      return zh
        ? "分组“\(group)”循环引用：不能用自己来定义。"
        : "the group '\(group)' is circular: it cannot follow from itself."
    case .derivedOrder(let other, let group, isCircular: true):
      return zh
        ? "分组“\(group)”循环引用：“\(other)”又用到“\(group)”，请去掉一处。"
        : "the group '\(group)' is circular: '\(other)' follows from '\(group)'; remove one of the two."
    case .derivedOrder(let other, let group, isCircular: false):
      return zh
        ? "分组“\(other)”的公式在后面，请移到“\(group)”之前。"
        : "the group '\(other)' is derived later; move it before '\(group)'."
    case .reported(let item):
      return zh
        ? "“\(item)”是填报项，这里只能用分组和level：目标管哪些单位，不能由填报的数决定。"
        : "'\(item)' is an item; only groups and 'level' can stand here: whom a target binds must not depend on "
          + "what is reported."
    case .tooMany(let key, let most):
      return zh ? "“\(key)”最多\(most)个。" : "there may be at most \(most) of '\(key)'."
    default: return ""
    }
  }
}
