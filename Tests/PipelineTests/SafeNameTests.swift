import Testing

@testable import Pipeline

@Suite struct SafeNameTests {
  @Test(arguments: [
    ("清河县", "清河县"), ("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"), ("..", "_"), (".", "_"), ("", "_"),
    (".hidden", "_hidden"), ("end. .", "end"), ("a\u{0}\n\u{202E}b", "a___b"),
  ])
  func safe(_ name: String, _ expected: String) { #expect(SafeName.of(name) == expected) }

  @Test func isNeverTooLong() {
    let name = SafeName.of(String(repeating: "长", count: 80), ending: ".xlsx")
    #expect(name.utf8.count <= 100)
    #expect(name.hasSuffix("长.xlsx"))
  }

  @Test func isUnique() {
    var taken: Set<String> = []
    let long = String(repeating: "长", count: 80)
    let names = ["a", "A", "a-2", "a", long, long, long].map {
      SafeName.unique($0, ending: ".xlsx", taken: &taken)
    }
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    #expect(names.allSatisfy { $0.utf8.count <= 100 })
    #expect(names.prefix(2) == ["a.xlsx", "A-2.xlsx"])
  }
}
