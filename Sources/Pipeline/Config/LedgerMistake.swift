/// Something wrong in what is said of a ledger or of persons.
enum LedgerMistake: Sendable {
  /// A formula needs the value of an item whose cells are not kept.
  case dropped(String)
  /// The formula of a key gives no number; where `orDay` a day would do.
  case notANumber(key: String, orDay: Bool)
  /// The formula of a key has more decimals than an item may have.
  case decimals(key: String, limit: Int)
  /// A table has more cells than that.
  case cells(String, found: Int, limit: Int)
  /// A ledger has more items than that.
  case items(found: Int, limit: Int)
  /// An item that is not added is to be added.
  case notAdded(String)
  /// An item that is added is to be shown as it is.
  case added(String)
  /// An item and that of a ledger have other decimals, or one is no number.
  case unlike(String, String)
  /// Bands of ages that do not fill the years between two numbers.
  case bands(from: Int, to: Int, step: Int)

  func message(_ zh: Bool) -> String {
    switch self {
    case .dropped(let item):
      zh
        ? "“\(item)”标为personal: drop，内容不保存，公式中只能写 is null 或 is not null；要用它的值请改为personal: apart。"
        : "the cells of '\(item)' are not kept (personal: drop): a formula may only ask is null or is not null of it. "
          + "Where its value is needed write personal: apart."
    case .notANumber(let key, orDay: false):
      zh ? "“\(key)”的公式应得出数值。" : "the formula of '\(key)' must give a number."
    case .notANumber(let key, orDay: true):
      zh ? "“\(key)”的公式应得出数值或日期。" : "the formula of '\(key)' must give a number or a date."
    case .decimals(let key, let limit):
      zh
        ? "“\(key)”的公式最多\(limit)位小数（除法的结果有6位）。"
        : "the formula of '\(key)' may have at most \(limit) decimals (a quotient has 6)."
    case .bands(let from, let to, let step):
      zh
        ? "从\(from)岁到\(to)岁不能按每\(step)岁分组；from应小于to，相差为step的倍数。"
        : "the years from \(from) to \(to) cannot be cut into bands of \(step): 'from' must be below 'to' by a multiple of 'step'."
    default: countsMessage(zh)
    }
  }

  private func countsMessage(_ zh: Bool) -> String {
    switch self {
    case .cells(let table, let found, let limit):
      zh
        ? "统计表“\(table)”有\(found)格，最多\(limit)格；请换一个选项较少的栏目，或放宽年龄组。"
        : "the table '\(table)' has \(found) cells; at most \(limit) are allowed. Take a column with fewer answers, or wider bands."
    case .items(let found, let limit):
      zh
        ? "台账共有\(found)个派生项（含统计表的格），最多\(limit)个；请减少统计表。"
        : "the ledger has \(found) derived items, cells of tables among them; at most \(limit) are allowed. Remove a table."
    case .notAdded(let item):
      zh
        ? "“\(item)”是各行的中位数、最大值、最小值或不同值个数，不能相加；请用{value: \(item)}。"
        : "'\(item)' is a median, a least, a greatest or a number of different values: it is not added. Write {value: \(item)}."
    case .added(let item):
      zh
        ? "“\(item)”可以相加，不是中位数、最大值、最小值或不同值个数；请用{sum: \(item)}。"
        : "'\(item)' is added, and no median, least, greatest or number of different values. Write {sum: \(item)}."
    case .unlike(let item, let derived):
      zh
        ? "“\(item)”与台账的“\(derived)”应都是数值，小数位数相同。"
        : "'\(item)' and '\(derived)' of the ledger must both be numbers with the same decimals."
    default: ""
    }
  }
}
