/// Finds the numbers of persons in texts.
enum PersonalNumber {
  enum Kind: Hashable, Sendable, CaseIterable {
    /// An identity number of 18 digits with a valid check digit.
    case identity
    /// A mobile number: 11 digits from 13 to 19.
    case mobile
  }

  /// A run of digits; `mark` is the sign between it and the run before, 0 where they are further apart.
  private struct Run {
    var digits: [UInt8]
    var mark: UInt32
    /// Whether an X follows directly.
    var hasX = false
  }

  /// What a text holds; an identity number before a mobile number.
  static func kind(in text: String) -> Kind? {
    // Most texts end here: a full-width digit begins with the byte EF.
    guard text.utf8.count(where: { (0x30...0x39).contains($0) || $0 == 0xEF }) >= 11 else { return nil }
    let runs = runs(of: text)
    if runs.contains(where: isIdentity) { return .identity }
    if runs.contains(where: { isMobile($0.digits[...]) }) { return .mobile }
    let grouped = runs.indices.dropFirst(2).contains { place in
      let three = runs[(place - 2)...place]
      return three.map(\.digits.count) == [3, 4, 4] && three.dropFirst().allSatisfy { $0.mark != 0 }
        && isMobile(three.flatMap(\.digits)[...])
    }
    return grouped ? .mobile : nil
  }

  private static func runs(of text: String) -> [Run] {
    var runs: [Run] = []
    var (isOpen, gap, mark): (Bool, Int, UInt32) = (false, 2, 0)
    for scalar in text.unicodeScalars {
      let isWide = (0xFF10...0xFF19).contains(scalar.value)
      if isWide || (0x30...0x39).contains(scalar.value) {
        let digit = UInt8(scalar.value - (isWide ? 0xFF10 : 0x30))
        if !isOpen { runs.append(Run(digits: [], mark: gap == 1 ? mark : 0)) }
        runs[runs.count - 1].digits.append(digit)
        (isOpen, gap) = (true, 0)
      } else {
        if isOpen, "Xx\u{FF38}\u{FF58}".unicodeScalars.contains(scalar) { runs[runs.count - 1].hasX = true }
        gap += 1
        mark = "- \u{2013}\u{2014}\u{FF0D}\u{3000}".unicodeScalars.contains(scalar) ? scalar.value : 0
        isOpen = false
      }
    }
    return runs
  }

  /// 1[3-9] and nine more, perhaps behind 86.
  private static func isMobile(_ digits: ArraySlice<UInt8>) -> Bool {
    let bare = digits.count == 13 && digits.starts(with: [8, 6]) ? digits.dropFirst(2) : digits
    guard bare.count == 11, bare.first == 1, let second = bare.dropFirst().first else { return false }
    return second >= 3
  }

  /// The check digit of GB 11643: the weighted sum of the others modulo 11.
  private static func isIdentity(_ run: Run) -> Bool {
    let digits = run.digits
    guard digits.count == 18 || (digits.count == 17 && run.hasX), digits[0] != 0 else { return false }
    let month = digits[10] * 10 + digits[11]
    let day = digits[12] * 10 + digits[13]
    guard (1...12).contains(month), (1...31).contains(day) else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1) }
    let check = (12 - sum % 11) % 11
    return digits.count == 17 ? check == 10 : check == Int(digits[17])
  }
}
