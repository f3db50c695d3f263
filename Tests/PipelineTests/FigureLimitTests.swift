import Model
import TestSupport
import Testing

@testable import Pipeline

/// Figures are not made of more than there is room for, whichever task meets it and however the files are read.
@Suite struct FigureLimitTests {
  private static let ledger = "组织代码,月份,动员会,述评会,换届选举,团员数,联系青年人数,工作经费元"

  /// What is said of files where there are such limits; `nil` where figures are made.
  private func told(
    _ campaign: String, _ files: [String], _ month: Month?, threads: Int, large: Int = .max,
    _ limits: FigureLimits
  ) async throws -> String? {
    let folder = try TemporaryCampaign()
    let inbox = folder.root.appending("files")
    _ = try FileSystem.makeFolder(inbox)
    for (place, text) in files.enumerated() {
      try FileSystem.write(Array(text.utf8), to: inbox.appending("\(place).csv"))
    }
    var options = FiguresOptions(
      inputs: [inbox.display], month: month, prefixes: [], depth: nil, threads: threads)
    (options.large, options.limits) = (large, limits)
    let run = try FiguresRun(folder: campaign, options, language: .en)
    var written = 0
    do throws(Failure) {
      _ = try await run.run { (bytes) throws(Failure) in written += bytes.count }
      return nil
    } catch {
      #expect(error.code == .data)
      // Figures of some rows would look like those of all.
      #expect(written == 0)
      return error.description
    }
  }

  private func told(_ limits: FigureLimits) async throws -> Set<String?> {
    let files = [
      ["110101001000000001,2025-01", "110101002000000002,2025-02"], ["110101001000000003,2025-02"],
      ["110101003000000004,2025-03", "110101001000000005,2025-01"],
    ].map { ([Self.ledger] + $0.map { "\($0),1,0,1,8,5,2.5" }).joined(separator: "\n") + "\n" }
    var told: Set<String?> = []
    for threads in 1...3 {
      for large in [1, .max] {
        told.insert(
          try await self.told(
            #require(fixture("bench/year")), files, nil, threads: threads, large: large, limits))
      }
    }
    return told
  }

  @Test func whatFits() async throws {
    // Three townships below a county, a city, a province and the top, with seven sums each, in three months.
    #expect(try await told(FigureLimits(codes: 3, months: 3, sums: 7 * 7 * 3)) == [nil])
  }

  @Test func moreCodes() async throws {
    #expect(
      try await told(FigureLimits(codes: 2)) == [
        "No figures were made: the rows name more than 2 units; check the column of codes."
      ])
  }

  @Test func moreMonths() async throws {
    #expect(
      try await told(FigureLimits(months: 2)) == [
        "No figures were made: the rows name more than 2 months; check the column of months, or say the month with --month."
      ])
  }

  @Test func moreSums() async throws {
    #expect(
      try await told(FigureLimits(sums: 7 * 7 * 3 - 1)) == [
        "No figures were made: there are too many units and months, more than 146 sums together; run it for some years or provinces at a time."
      ])
  }

  @Test func moreAnswers() async throws {
    let campaign = try TemporaryCampaign()
    let month = try #require(Month("2016-06"))
    let files = ["C1-01", "C1-02", "C1-03"].map { "code,Kick-off\n\($0),yes\n" }
    for threads in 1...3 {
      for (answers, wanted) in [
        (9, nil),
        (
          8,
          "No figures were made: the files have too many rows of units; remove files and rows that are there several times."
        ),
      ] {
        let told = try await told(
          campaign.root.display, files, month, threads: threads, FigureLimits(answers: answers))
        #expect(told == wanted)
      }
    }
  }
}
