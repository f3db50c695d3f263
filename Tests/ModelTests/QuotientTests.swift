import Model
import Testing
import TestSupport

@Suite struct QuotientTests {
  @Test(arguments: [
    (24, 32, 0, "75"), (308, 338, 0, "91"), (2277, 2448, 0, "93"), (23106, 33979, 0, "68"),
    (21, 32, 0, "66"), (196, 338, 0, "58"), (1377, 2448, 0, "56"), (16743, 33979, 0, "49"),
    (1, 8, 1, "12.5"), (1, 16, 1, "6.3"), (1, 3, 2, "33.33"), (2, 3, 0, "67"), (5, 4, 0, "125"),
    (0, 5, 1, "0.0"), (-1, 8, 0, "-13"),
  ])
  func percent(_ part: Int64, _ whole: Int64, _ decimals: Int, _ text: String) {
    #expect(Quotient.percent(part, of: whole, decimals: decimals) == text)
  }

  @Test func nothingToDivideBy() {
    #expect(Quotient.percent(1, of: 0, decimals: 0) == nil)
    #expect(Quotient.scaled(Int64.max, by: 1, decimals: 1) == nil)
    #expect(Quotient.scaled(Int64.min, by: 1, decimals: 0) == nil)
  }

  /// Long division by hand, one decimal digit at a time.
  private func oracle(_ numerator: Int64, _ denominator: Int64, _ decimals: Int) -> Int64 {
    var quotient = numerator / denominator
    var rest = numerator % denominator
    for _ in 0..<decimals {
      quotient = quotient * 10 + rest * 10 / denominator
      rest = rest * 10 % denominator
    }
    return quotient + (rest * 2 >= denominator ? 1 : 0)
  }

  @Test func agreesWithLongDivision() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      let denominator = Int64.random(in: 1...1_000_000_000, using: &random)
      let numerator = Int64.random(in: 0...1_000_000_000_000, using: &random)
      let decimals = Int.random(in: 0...4, using: &random)
      #expect(
        Quotient.scaled(numerator, by: denominator, decimals: decimals)
          == oracle(numerator, denominator, decimals))
    }
  }

  @Test(arguments: [(0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (1225, 2, "12.25"), (7, 0, "7")])
  func text(_ value: Int64, _ decimals: Int, _ text: String) {
    #expect(Quotient.text(value, decimals: decimals) == text)
  }

  @Test func averageOfAnAmountByCount() {
    let figure = Figure(
      unit: 0, indicator: 0, numerator: 1005, numeratorDecimals: 2, denominator: 4, received: 4,
      expected: 4, status: .normal)
    #expect(figure.value(decimals: 1) == 25, "10.05 by 4 is 2.5125")
    #expect(figure.value(decimals: 3) == 2513)
  }
}
