import Model
import Render
import Testing

@Suite struct ChangesTests {
  @Test(arguments: [(Language.zh, Expected.changesZH), (.en, Expected.changesEN)])
  func wholeBulletin(_ language: Language, _ expected: String) throws {
    #expect(Printed.bulletin(try ComparisonFixture.edition(language)) == expected)
  }

  @Test(arguments: [(Language.zh, Expected.diffZH), (.en, Expected.diffEN)])
  func wholeDiff(_ language: Language, _ expected: String) throws {
    #expect(Printed.diff(try ComparisonFixture.edition(language)) == expected)
  }

  @Test(arguments: [(Language.zh, Expected.diffTableZH), (.en, Expected.diffTableEN)])
  func diffTable(_ language: Language, _ expected: String) throws {
    #expect(Printed.csv(DiffCSV.render(try ComparisonFixture.edition(language))) == expected)
  }

  @Test(arguments: [(Language.zh, Expected.unitsZH), (.en, Expected.unitsEN)])
  func unitsTable(_ language: Language, _ expected: String) throws {
    #expect(Printed.csv(UnitChangesCSV.render(try ComparisonFixture.edition(language))) == expected)
  }

  @Test func noComparisonNoSection() throws {
    let edition = try EditionFixture.edition()
    #expect(Bulletin.document(edition).sections.map(\.heading) == ["口径说明"])
    #expect(DiffDocument.build(edition).sections.isEmpty)
    #expect(Printed.csv(UnitChangesCSV.render(edition)).split(separator: "\n").count == 1)
  }

  @Test func aLongListOfUnitsIsCut() throws {
    var edition = try ComparisonFixture.edition(.zh)
    edition.comparison?.units = try (1...25).map { number in
      UnitChange(
        .new, before: nil, after: try ComparisonFixture.named("X\(number)", "乡\(number)", number > 24 ? 1 : 2)
      )
    }
    let line = Printed.section("与上月比较", of: edition).last
    #expect(line?.hasPrefix("新设县(区)1个、乡镇24个：乡1、乡2、") == true)
    #expect(line?.hasSuffix("、乡20等25个。") == true)
    #expect(Printed.diff(edition).contains("| 新设 |  |  |  | X25 | 乡25 | 县(区) |  |"))
  }

  @Test func hostileNames() throws {
    let names = [
      "甲|乙", "<script>alert(1)</script>", "`x` *y*", "=HYPERLINK(\"http://x\")", "\u{202E}gpj",
      "[a](http://b)",
    ]
    var edition = try ComparisonFixture.edition(.zh, names: names)
    edition.comparison?.units = try names.map { name in
      UnitChange(
        .moved, before: try ComparisonFixture.named("1", name, 1),
        after: try ComparisonFixture.named("1", name, 1),
        detail: (name, "=\(name)"))
    }
    for text in [Printed.bulletin(edition), Printed.diff(edition)] {
      #expect(!text.replacing("\\<", with: "").contains("<"))
      #expect(!text.contains("\u{202E}"))
      #expect(!text.replacing("\\]", with: "").contains("]("))
      #expect(text.contains("\\<script\\>alert(1)\\</script\\>"))
      #expect(text.contains("甲\\|乙"))
      #expect(text.contains("\\`x\\` \\*y\\*"))
    }
    let cell = "\"'=HYPERLINK(\"\"http://x\"\")\""
    #expect(Printed.csv(DiffCSV.render(edition)).contains(",\(cell),county"))
    #expect(Printed.csv(UnitChangesCSV.render(edition)).contains(",\(cell),county,\(cell),\"'=="))
  }
}

/// The opening sentences, one figure at a time.
@Suite struct ChangeSentenceTests {
  private func sentences(
    language: Language = .zh, from earlier: String = "2016-05", publication: Int? = 1, _ before: Figure?,
    _ now: Figure?, _ parts: ChangeParts?
  ) throws -> [String] {
    var edition = try EditionFixture.edition(language)
    edition.comparison = Comparison(
      earlier: try EditionFixture.month(earlier), later: edition.roster.month, publication: publication,
      changes: [EditionFixture.change(0, key, before, before, now, value: parts)], units: [])
    return Printed.section(
      language.pick(
        earlier == "2016-05" ? "与上月比较" : "与2015年12月比较",
        earlier == "2016-05" ? "Compared with the month before" : "Compared with December 2015"), of: edition)
  }

  private let key = EditionFixture.townshipRate

  private func rate(_ number: Int64) -> Figure { EditionFixture.figure(0, key, number, of: 100) }

  @Test func aFall() throws {
    let text = try sentences(rate(62), rate(58), ChangeParts(started: 1, real: -5))[0]
    #expect(text == "乡镇动员会召开率58%，比上月（5月）降低4个百分点，其中实际变化-5个、新报送+1个。")
  }

  @Test func whereOnePartIsAllOfIt() throws {
    let real = try sentences(rate(62), rate(65), ChangeParts(real: 3))[0]
    #expect(real == "乡镇动员会召开率65%，比上月（5月）提高3个百分点，均为实际变化。")
    let registry = try sentences(rate(62), rate(61), ChangeParts(registry: -1))[0]
    #expect(registry == "乡镇动员会召开率61%，比上月（5月）降低1个百分点，均因名录调整。")
  }

  @Test func partsThatCancelOut() throws {
    let text = try sentences(rate(62), rate(62), ChangeParts(registry: -2, real: 2))[0]
    #expect(text == "乡镇动员会召开率62%，与上月（5月）持平（实际变化+2个、名录调整-2个，互相抵消）。")
  }

  @Test func nothingMoved() throws {
    #expect(try sentences(rate(62), rate(62), ChangeParts()) == ["与上月（5月）相比，各项数据均无变化。"])
    #expect(
      try sentences(language: .en, rate(62), rate(62), ChangeParts())
        == ["Compared with the month before (May 2016), no figure has changed."])
  }

  private func opening(_ keys: [SeriesKey], _ edition: Edition, _ language: Language) throws -> String {
    var edition = edition
    let members = [70, 72].map { EditionFixture.figure(0, EditionFixture.members, $0) }
    let moved = EditionFixture.change(
      0, EditionFixture.members, members[0], members[0], members[1], value: ChangeParts(real: 2))
    edition.comparison = Comparison(
      earlier: try EditionFixture.month("2016-05"), later: edition.roster.month, publication: 1,
      changes: keys.map {
        let figure = EditionFixture.figure(0, $0, 62, of: 100)
        return EditionFixture.change(0, $0, figure, figure, figure, value: ChangeParts())
      } + [moved], units: [])
    let heading = language.pick("与上月比较", "Compared with the month before")
    return try #require(Printed.section(heading, of: edition).first)
  }

  /// What did not move is named: shares of a whole and sums may have moved.
  @Test func ratesThatDidNotMove() throws {
    let one = try opening([key], try EditionFixture.edition(.zh), .zh)
    #expect(one == "乡镇动员会召开率62%，与上月（5月）持平。")
    for (language, told) in [
      (Language.zh, "动员会召开率、动员会召开率2、动员会召开率3等4项均与上月（5月）持平。"),
      (.en, "As in the month before (May 2016): Kick-off rate, Kick-off rate2, Kick-off rate3 and 1 more."),
    ] {
      var edition = try EditionFixture.edition(language)
      let count = edition.campaign.indicators.count
      for number in 2...4 {
        var rate = edition.campaign.indicators[0]
        rate.label += "\(number)"
        edition.campaign.indicators.append(rate)
      }
      let keys = [key] + (0..<3).map { SeriesKey(indicator: count + $0, level: 2) }
      #expect(try opening(keys, edition, language) == told)
    }
  }

  @Test func noDataNow() throws {
    let text = try sentences(rate(62), nil, nil)[0]
    #expect(text == "乡镇动员会召开率本月没有数据（上月（5月）为62%）。")
  }

  @Test func monthsApart() throws {
    let zh = try sentences(from: "2015-12", rate(62), rate(65), ChangeParts(real: 3))[0]
    #expect(zh == "乡镇动员会召开率65%，比2015年12月提高3个百分点，均为实际变化。")
    let en = try sentences(language: .en, from: "2015-12", rate(62), rate(65), ChangeParts(real: 3))[0]
    #expect(
      en == "Kick-off rate, township: 65%, up 3 percentage points from December 2015, all of it real change.")
  }

  @Test func aMonthNeverPublished() throws {
    let text = try sentences(publication: nil, rate(62), rate(65), ChangeParts(real: 3))
    #expect(text.contains("2016年5月未发布过，按现有数据比较。"))
  }

  /// Where nothing was published no column says so, and none is empty.
  @Test func tablesOfAMonthNeverPublished() throws {
    var edition = try ComparisonFixture.edition(.zh)
    #expect(Printed.diff(edition).contains("| 5月（发布时） | 5月（现为） | 6月 |"))
    edition.comparison?.publication = nil
    let diff = Printed.diff(edition)
    #expect(!diff.contains("发布时") && diff.contains("| 县(区) | 5月 | 6月 | 增减(百分点) |"))
  }
}

/// Who moved most, and what fell.
@Suite struct MoversTests {
  private func section(
    _ parts: [ChangeParts?], below: Int64 = 100, isRising: Bool = true
  ) throws -> [String] {
    var edition = try EditionFixture.edition()
    let key = EditionFixture.townshipRate
    let changes = parts.enumerated().map { index, parts in
      EditionFixture.change(
        index + 1, key, EditionFixture.figure(index + 1, key, below / 2, of: below),
        EditionFixture.figure(index + 1, key, below / 2, of: below),
        EditionFixture.figure(index + 1, key, below / 2 + (parts?.total ?? 0), of: below), value: parts)
    }
    edition.comparison = Comparison(
      earlier: try EditionFixture.month("2016-05"), later: edition.roster.month, publication: 1,
      changes: changes, units: [])
    if isRising { edition.comparison?.rising = [key.indicator] }
    return Printed.section("与上月比较", of: edition).filter { $0.contains("：") }
  }

  @Test func tiesThatFindNoRoomAreCounted() throws {
    let lines = try section([5, 9, 5, 5, 5, 1].map { ChangeParts(real: $0) })
    #expect(
      lines == [
        "乡镇动员会召开率提高最多的：石桥提高9个百分点（50%→59%）、清河提高5个百分点（50%→55%）、东山提高5个百分点（50%→55%），另有2个与最后一个并列。"
      ])
  }

  @Test func noneWhereNothingMoved() throws {
    #expect(try section([0, 0].map { ChangeParts(real: $0) }).isEmpty)
  }

  @Test func whatNewReturnsPulledDownIsNotAskedAbout() throws {
    let lines = try section([ChangeParts(started: -3), ChangeParts(registry: -2)])
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix("乡镇动员会召开率降低最多的：清河降低3个百分点（50%→47%，实际没有变化）"))
  }

  @Test(arguments: [true, false])
  func onlyWhatShouldNotFallIsAskedAbout(_ isRising: Bool) throws {
    let lines = try section([ChangeParts(real: -3)], isRising: isRising)
    #expect(lines.contains("乡镇动员会召开率：清河降低3个百分点。") == isRising)
  }

  @Test func sharesOfFewUnitsAreNamedApart() throws {
    #expect(
      try section([ChangeParts(real: 1)], below: 4)
        == ["分母不足5个、一个单位就会引起大幅升降的，不列入以上比较：清河。"])
  }

  @Test func aFallIsAskedAbout() throws {
    let lines = try section([ChangeParts(real: -3), ChangeParts(restated: 4, real: -1)])
    #expect(lines.last == "乡镇动员会召开率：清河降低3个百分点、石桥降低1个百分点。")
  }
}
