import Model
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [("", 0), ("abc", 3), ("月报", 4), ("１２", 4), ("é", 1), ("e\u{301}", 1), ("—", 1), ("𠮷", 2)])
  func width(_ text: String, _ width: Int) { #expect(DisplayWidth.of(text) == width) }

  @Test func cuts() {
    #expect(DisplayWidth.cut("清河县", to: 6) == "清河县")
    #expect(DisplayWidth.cut("清河县", to: 5) == "清河…")
    #expect(DisplayWidth.cut("清河县城", to: 6) == "清河…")
  }
}
