import Model

/// The series that ranks the children on tiles, where these are China's provinces.
enum ProvinceTiles {
  /// Where each province's tile lies, by how its name begins: rows from the north, columns from the west.
  private static let places: [(name: String, row: Int, column: Int)] = [
    ("黑龙江", 0, 7), ("内蒙古", 1, 4), ("北京", 1, 5), ("吉林", 1, 7), ("新疆生产建设兵团", 2, 1),
    ("兵团", 2, 1), ("新疆", 2, 0), ("甘肃", 2, 2), ("宁夏", 2, 3), ("山西", 2, 4), ("河北", 2, 5), ("天津", 2, 6),
    ("辽宁", 2, 7), ("青海", 3, 2), ("陕西", 3, 3), ("河南", 3, 4), ("山东", 3, 5), ("西藏", 4, 1), ("四川", 4, 2),
    ("重庆", 4, 3), ("湖北", 4, 4), ("安徽", 4, 5), ("江苏", 4, 6), ("上海", 4, 7), ("云南", 5, 2), ("贵州", 5, 3),
    ("湖南", 5, 4), ("江西", 5, 5), ("浙江", 5, 6), ("广西", 6, 3), ("广东", 6, 4), ("福建", 6, 5), ("台湾", 6, 6),
    ("海南", 7, 3), ("澳门", 7, 4), ("香港", 7, 5),
  ]

  /// The fewest provinces that make a picture of the country.
  private static let fewest = 20

  /// How many are in the highest and in the lowest class: 80%至100%的5个，40%至不足60%的12个.
  private static func sight(_ tiles: [TileChart.Tile], _ series: RankedSeries) -> String {
    let values = tiles.compactMap(\.value)
    let (classes, language) = (TileClasses(values, series.scale), series.words.language)
    let ends = Set([classes.used.last, classes.used.first].compactMap { $0 }).sorted(by: >)
    return ends.map { place in
      let (label, count) = (
        classes.label(place, series.scale, language), values.count { classes.of($0) == place }
      )
      return language.pick("\(label)的\(count)个", "\(count) at \(label)")
    }.joined(separator: language.pick("，", ", "))
  }

  /// The chart; `nil` where a child is no province known by name, or two would lie on one tile.
  static func chart(_ words: Words) -> Chart? {
    guard let series = RankedSeries(words), series.children.count >= fewest else { return nil }
    var (tiles, taken): ([TileChart.Tile], Set<[Int]>) = ([], [])
    for child in words.edition.roster.children(of: words.edition.unit) {
      let name = words.name(child)
      guard let place = places.first(where: { name.hasPrefix($0.name) }),
        taken.insert([place.row, place.column]).inserted
      else { return nil }
      tiles.append(
        TileChart.Tile(
          row: place.row, column: place.column, label: words.short(child), value: series.value(child),
          text: series.text(child)))
    }
    let (label, language) = (series.told.label, words.language)
    let note = language.pick(
      "方块按方位示意排列，大小不代表面积。", "Tiles stand about where the provinces lie; their size means nothing. ")
    return Chart(
      name: "map", title: label + language.pick("分省示意：", " by province: ") + sight(tiles, series),
      note: note + series.note, kind: .tiles(TileChart(tiles: tiles, scale: series.scale)))
  }
}
