/// A unit's name in its parts: 清河 and 镇, 王家 and 街道办事处.
struct UnitName: Sendable {
  /// What sort of unit the name says it is.
  enum Family: Sendable {
    /// A division of the state: 县, 镇, 街道.
    case division
    /// A zone and its administration: 开发区, 工业园区, 管委会.
    case zone
    /// A farm and its like: 农场, 林场, 团.
    case farm
  }

  /// The name without blanks.
  let full: [Character]
  /// The name without the word for its type; the whole name where nothing else is left.
  let stem: [Character]
  /// The sort of unit.
  let family: Family

  /// The parts of a name. The longest known ending counts; farms and zones may have several.
  init(_ name: String) {
    full = name.filter { !$0.isWhitespace && $0 != "·" && $0 != "." }
    var rest = full[...]
    var family = UnitName.whole(rest)
    let isWhole = family != nil
    while !isWhole, let (count, found) = UnitName.ending(of: rest) {
      if let family, family != found || found == .division { break }
      family = found
      rest = rest.dropLast(count)
    }
    let sort = family ?? .division
    if sort == .farm, let state = UnitName.states.first(where: { rest.starts(with: $0) }),
      rest.count > state.count
    {
      rest = rest.dropFirst(state.count)
    }
    if sort == .division { rest = UnitName.withoutPeoples(rest) }
    self.family = sort
    stem = Array(rest)
  }

  /// The sort of a name that is no more than an ending: 开发区.
  private static func whole(_ name: ArraySlice<Character>) -> Family? {
    name.last.flatMap { endings[$0]?.first { $0.0.elementsEqual(name) }?.1 }
  }

  /// The length and sort of the longest ending that leaves something before it.
  private static func ending(of name: ArraySlice<Character>) -> (Int, Family)? {
    guard let last = name.last else { return nil }
    for (ending, family) in endings[last] ?? [] where name.count > ending.count {
      if name.suffix(ending.count).elementsEqual(ending) { return (ending.count, family) }
    }
    return nil
  }

  /// 融水 of 融水苗族: the peoples that a division is named after go with its type.
  private static func withoutPeoples(_ name: ArraySlice<Character>) -> ArraySlice<Character> {
    var rest = name
    while rest.last == "族",
      let people = peoples.first(where: { rest.count > $0.count && rest.suffix($0.count).elementsEqual($0) })
    {
      rest = rest.dropLast(people.count)
    }
    return rest
  }

  private static let states = [Array("国营"), Array("国有")]

  /// By their last character, longest first.
  private static let endings: [Character: [([Character], Family)]] = {
    let families: [(Family, String)] = [(.division, divisions), (.zone, zones), (.farm, farms)]
    let all = families.flatMap { family, words in
      words.split(separator: " ").map { (Array($0), family) }
    }
    return Dictionary(grouping: all.sorted { $0.0.count > $1.0.count }) { $0.0.last ?? " " }
  }()

  private static let divisions = """
    省 自治区 特别行政区 市 自治州 地区 盟 县 自治县 旗 自治旗 区 镇 乡 民族乡 苏木 苏木乡 民族苏木 区公所 \
    街道 街道办 街道办事处 街道管理办公室 街道筹备处 街道办事处筹备处 地区办事处 办事处 社区服务中心 社区街道
    """
  private static let zones = """
    开发区 经济开发区 工业开发区 技术开发区 经济技术开发区 高新技术开发区 高新技术产业开发区 高新技术产业园区 高新区 \
    旅游开发区 旅游度假区 度假区 风景区 风景名胜区 名胜区 景区 保护区 自然保护区 园区 工业园区 产业园区 科技园区 工业园 产业园 \
    科技园 物流园 工业区 加工区 集聚区 产业集聚区 集中区 示范区 试验区 合作区 保税区 保税港区 综合保税区 管理区 生态区 \
    管委会 管理委员会 委员会 管理处 管理局 筹备处 虚拟社区 生活区 矿区
    """
  private static let farms = """
    农场 林场 牧场 渔场 马场 羊场 牛场 猪场 茶场 盐场 种畜场 种羊场 种马场 良种场 原种场 繁殖场 养殖场 园艺场 果园 水库 \
    监狱 苗圃 分场 总场 团 经营所 营所 林业局 场
    """

  /// Longest first.
  private static let peoples: [[Character]] = """
    族 各族 民族 汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 \
    傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 \
    阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 \
    基诺族
    """.split(separator: " ").dropFirst().map { Array($0) }.sorted { $0.count > $1.count }
}

extension UnitName {
  /// Whether one stem holds the other: 丰南 and 丰南城. The shorter has at least two characters.
  func contains(_ other: UnitName) -> Bool {
    let (long, short) = stem.count >= other.stem.count ? (stem, other.stem) : (other.stem, stem)
    guard short.count >= 2, long.count > short.count else { return false }
    return (0...(long.count - short.count)).contains {
      long[$0..<($0 + short.count)].elementsEqual(short)
    }
  }

  /// Whether the stems, of three characters or more, differ in one.
  func isOneEditFrom(_ other: UnitName) -> Bool {
    guard min(stem.count, other.stem.count) >= 2, max(stem.count, other.stem.count) >= 3,
      abs(stem.count - other.stem.count) <= 1
    else { return false }
    var start = 0
    while start < min(stem.count, other.stem.count), stem[start] == other.stem[start] { start += 1 }
    var (end, otherEnd) = (stem.count, other.stem.count)
    while end > start, otherEnd > start, stem[end - 1] == other.stem[otherEnd - 1] {
      end -= 1
      otherEnd -= 1
    }
    return max(end - start, otherEnd - start) == 1
  }
}
