import Testing

/// What the command line gets wrong is said in Chinese and in English.
@Suite struct UsageTests {
  @Test(arguments: [
    ("run --mont 2016-06", "没有选项“--mont”，是不是“--month”？", "Unknown option '--mont'. Did you mean '--month'?"),
    ("run --zzzzzzzzz", "没有选项“--zzzzzzzzz”", "Unknown option '--zzzzzzzzz'"),
    ("run -m", "“-m <month>”后面缺少内容", "Missing value for '-m <month>'"),
    ("run -m 2016-13", "“-m <month>”不能是“2016-13”", "The value '2016-13' is invalid for '-m <month>'"),
    (
      "template --format pdf", "“--format <format>”不能是“pdf”，只能是“xlsx”“csv”之一",
      "The value 'pdf' is invalid for '--format <format>'. Please provide one of 'xlsx' and 'csv'."
    ),
    ("run --quiet=3", "“--quiet”后面不带内容，不要写“3”", "The option '--quiet' does not take any value"),
    ("diff 2016-06", "缺少“<month>”", "Missing expected argument '<month>'"),
    ("run extra", "多出“extra”", "Unexpected argument 'extra'"),
    ("run extra more", "多出2项：“extra”“more”", "2 unexpected arguments: 'extra', 'more'"),
    ("rnu", "没有命令“rnu”，全部命令见 yuebao --help", "Unexpected argument 'rnu'"),
    (
      "registry update --accept-from 0 --from 2016-06 a b", "“--accept-from”只能是1到100",
      "--accept-from must be 1 to 100"
    ),
    ("run --threads 0", "“--threads”只能是1到256", "--threads must be 1 to 256"),
    ("export xyz", "“xyz”不是文件代码（SHA-256），请至少写出前4位（0到9、a到f）", "'xyz' is no SHA-256"),
    ("withdraw abcd -m 2016-06 --reason ''", "请用“--reason”写明原因", "Say why with --reason"),
    ("forget", "此操作不能撤销；确定要做请加“--yes”", "this cannot be undone; add --yes to do it"),
    ("bulletin -m 2016-06 --period 2016", "月份和期间只写一个", "Name a month or a period, not both"),
    ("bulletin -o x --for a", "“--output”写出整月的文件，不要同时写“--for”“--period”", "--output writes the files"),
    (
      "bulletin --feedback --for a --format html", "“--feedback”是一个月的一页（Markdown），不要同时写“--period”“--format”",
      "--feedback is a page of one month"
    ),
    ("bulletin --png", "“--png”要和“--output”同用，不能和“--feedback”同用", "--png goes with --output"),
    ("bulletin --level county", "“--level”要和“--feedback”“--output”同用", "--level goes with --feedback"),
    ("run -C ''", "“--workspace”的文件夹没有名称", "The folder '' of '--workspace' has no name"),
    ("bulletin -o -", "要写出多个文件，不能写到标准输出，请用“--output”指明文件夹", "Several files are written"),
  ])
  func bothLanguages(_ command: String, _ chinese: String, _ english: String) {
    let folder = TemporaryFolder.campaign()
    let outcome = folder.run("cd campaign && yuebao \(command)")
    #expect(outcome.code == 64)
    let lines = outcome.errText.split(separator: "\n")
    #expect(lines.first == "命令写错了：\(chinese)", "\(outcome.errText)")
    #expect(lines.dropFirst().first?.hasPrefix("Error: \(english)") == true, "\(outcome.errText)")
    #expect(outcome.out.isEmpty)
  }

  @Test(arguments: ["run --lang en --mont 2016-06", "run --lang=en -m x"])
  func whoAsksForEnglishGetsIt(_ command: String) {
    let outcome = TemporaryFolder().run("yuebao \(command)")
    #expect(outcome.code == 64 && outcome.errText.hasPrefix("Error: "), "\(outcome.errText)")
  }

  @Test(arguments: ["--help", "run --help", "help run", "--version", ""])
  func whatIsNoMistakeIsNotCalledOne(_ command: String) {
    let outcome = TemporaryFolder().run("yuebao \(command)")
    #expect(outcome.code == 0 && !outcome.out.isEmpty && outcome.err.isEmpty, "\(outcome.errText)")
  }
}
