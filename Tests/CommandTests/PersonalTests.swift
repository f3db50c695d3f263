import Testing

/// Names of persons are planted in a file and on the command line's way; no output, message, log or store shows them.
@Suite struct PersonalTests {
  /// A name, a telephone number and an identity number that stand nowhere else.
  private static let marks = ["张机密", "13800138000", "110101199003071234", "1990-03-07"]

  private func play(_ folder: TemporaryFolder) {
    folder.run(
      """
      cp -r $FIXTURES/branches made
      chmod -R u+w made
      cat >"made/inbox/2016-06/920101/委员名册-920101001.csv" <<'END'
      乡镇团委委员名册（联系人：张机密 13800138000）
      单位代码,单位名称,委员编号,姓名,性别,出生年月,职务,来源,财政供养,表现优秀,任职时间,离任时间,备注
      920101001,湖东镇,1,张机密,男,1990-03-07,书记,机关,张机密,,2014-03-01,,13800138000
      920101001,湖东镇,2,110101199003071234,女,张机密,委员,机关,否,,2014-03-01,,张机密
      920101999,湖东镇,3,张机密,女,1990-03-07,委员,机关,否,,2014-03-01,,张机密
      填表人：张机密　电话：13800138000
      END
      printf 'PK\\003\\004张机密' >made/inbox/2016-06/920101/broken.xlsx
      """)
  }

  @Test func nobodyIsNamed() {
    let folder = TemporaryFolder()
    play(folder)
    let told = folder.run(
      """
      yuebao check -C made -m 2016-06; test ! -e made/personal.sqlite || echo "check made a file"
      yuebao check -C made -m 2016-06 "made/inbox/2016-06/920101/委员名册-920101001.csv"
      yuebao run -C made -m 2016-06 --now '2016-07-06 09:00' --log-format json
      yuebao publish -C made -m 2016-06 --now '2016-07-06 10:00' --provisional
      yuebao bulletin -C made -m 2016-06; yuebao status -C made -m 2016-06 --missing; yuebao diff -C made 2016-04 2016-06
      yuebao submissions -C made -m 2016-06
      """)
    #expect(told.outText.contains("已发布") && !told.outText.contains("check made a file"), "\(told.errText)")
    for mark in Self.marks where mark != "张机密" {
      #expect(!told.outText.contains(mark) && !told.errText.contains(mark), "\(mark)")
    }
    // A name that stands in a column of its own kind (财政供养) is told as what was found there.
    let kept = folder.run("grep -rlaF -e 13800138000 -e 110101199003071234 -e 1990-03-07 made | sort")
    let shown = kept.outText.split(separator: "\n").filter { !$0.hasPrefix("made/inbox") }
    #expect(shown == ["made/personal.sqlite"], "\(kept.outText)")

    let before = folder.run("cd made/reports/2016-06 && cat bulletin.md figures.csv units.csv ledgers.csv")
      .outText
    #expect(folder.run("yuebao forget -C made --yes").code == 0)
    #expect(folder.run("grep -rlaF -e 13800138000 made | grep -v made/inbox").outText.isEmpty)
    folder.run("rm -r made/inbox; yuebao bulletin -C made -m 2016-06 --as-of 2016-07-06 -o again")
    let after = folder.run("cd again/2016-06 && cat bulletin.md figures.csv units.csv ledgers.csv").outText
    #expect(before == after)
  }

  @Test func forgettingAsksFirst() {
    let folder = TemporaryFolder()
    folder.run("cp -r $FIXTURES/branches made")
    let asked = folder.run("yuebao forget -C made")
    #expect(asked.code == 64 && asked.errText.contains("--yes"))
    #expect(folder.run("yuebao forget -C made --yes").outText.contains("没有另存的个人信息"))
  }
}
