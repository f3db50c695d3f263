import Testing

/// What shells offer while a command is typed.
@Suite struct CompletionTests {
  /// Runs bash's completion as bash does when Tab is pressed behind the last word.
  private static let bash = """
    yuebao --generate-completion-script bash >yuebao.bash && bash -n yuebao.bash
    cat >offered.sh <<'END'
    . ./yuebao.bash
    COMP_LINE="$*" COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_POINT=${#COMP_LINE} COMPREPLY=()
    function=$(complete -p yuebao | sed 's/.*-F \\([^ ]*\\).*/\\1/')
    $function yuebao "${COMP_WORDS[$COMP_CWORD]}" "${COMP_WORDS[$COMP_CWORD - 1]}"
    echo "${COMPREPLY[*]}"
    END

    """

  private static let offered: [(typed: String, offered: String)] = [
    ("yuebao r", "run registry"),
    ("yuebao run --mo", "--month"),
    ("yuebao run -C campaign -m ''", "2016-07 2016-06"),
    ("yuebao run -C campaign -m 2016-06", "2016-06"),
    ("yuebao run -C c", "campaign"),
    ("yuebao run --workspace nowhere -m ''", ""),
    ("yuebao template -C campaign --form ''", "monthly"),
    ("yuebao bulletin -C campaign --level ''", "county township"),
    ("yuebao status -C campaign --for 城", "城关镇"),
    ("yuebao status -C campaign --for 11010100", "110101001 110101002 110101003"),
    ("yuebao bulletin --format ''", "markdown html csv xlsx"),
    ("yuebao check campaign/reg", "campaign/registry.csv"),
    ("yuebao registry d", "diff"),
  ]

  @Test func bashOffersWhatThereIs() {
    let folder = TemporaryFolder.campaign()
    folder.run("mkdir campaign/inbox/2016-07")
    let made = folder.run(CompletionTests.bash)
    #expect(made.code == 0 && made.err.isEmpty, "\(made.errText)")
    for (typed, offered) in CompletionTests.offered {
      #expect(folder.run("bash offered.sh \(typed)").outText == offered + "\n", "\(typed)")
    }
  }

  /// bash expands the words that it is offered.
  @Test func namesAreNotRun() {
    let folder = TemporaryFolder.campaign()
    folder.run(CompletionTests.bash)
    folder.run("sed -i 's/城关镇/$(touch owned)城关镇/; s/河东乡/`touch owned`/' campaign/registry.csv")
    let offered = folder.run("bash offered.sh yuebao status -C campaign --for ''; ls")
    #expect(offered.outText.contains("110101001") && offered.outText.contains("河西乡"))
    #expect(!offered.outText.contains("owned"), "\(offered.outText)")
  }

  @Test(arguments: ["zsh", "fish"])
  func otherShellsHaveTheirs(_ shell: String) {
    let script = TemporaryFolder().run("yuebao --generate-completion-script \(shell)")
    #expect(script.code == 0 && script.outText.contains("yuebao") && script.outText.contains("2016-06"))
  }
}
