import Model
import Testing

@testable import Ingest

@Suite struct ExplanationListTests {
  private static func list(_ text: String) -> ExplanationList {
    ExplanationList(Array(text.utf8), file: "explanations.csv")
  }

  /// The findings as `code row:column`.
  private static func marks(_ list: ExplanationList) -> [String] {
    list.findings.map { "\($0.code) \($0.place.row):\($0.place.column)" }
  }

  @Test func readsEitherHeadings() throws {
    let chinese = Self.list("规则,单位,月份,说明,署名\njump,1101,2016-06,合并了三个村。,赵某\n")
    let english = Self.list("who,text,month,unit,rule\n赵某,合并了三个村,2016-06,1101,jump\n")
    let excel = Self.list("rule,unit,month,text,who\njump,'1101,Jun-16,合并了三个村,赵某\n")
    for list in [chinese, english, excel] {
      #expect(list.findings.isEmpty)
      let explanation = try #require(list.explanations.all.first)
      #expect(explanation.key.rule == "jump" && explanation.key.unit.description == "1101")
      #expect(explanation.key.month.description == "2016-06")
      #expect(explanation.text == "合并了三个村" && explanation.who == "赵某")
      #expect(explanation.place.row == 2)
      #expect(list.explanations[explanation.key] == explanation)
    }
  }

  @Test func manyFindingsAreCut() {
    let found = Self.list("rule,unit,month,text\n" + String(repeating: "jump,东城区,2016-06,x\n", count: 5000))
      .findings
    #expect(found.count == 1000)
    #expect((found.last?.reason as? FindingsMore)?.count == 4001)
    let more = Self.list("rule,unit,month,text\njump,1101,2016-06,x\n").findings(
      with: (0..<2000).map { Finding(FileNoRows(), at: Place(file: "explanations.csv", row: $0)) })
    #expect(more.count == 1000)
  }

  @Test func nobodyHasToSign() {
    let list = Self.list("rule,unit,month,text\njump,1101,2016-06,true\n")
    #expect(list.findings.isEmpty && list.explanations.all.map(\.who) == [""])
  }

  @Test func aBadLineDoesNotSpoilTheOthers() {
    let list = Self.list(
      """
      rule,unit,month,text
      ,1101,2016-06,true
      jump,东城区,2016-06,true
      jump,1101,六月,true
      jump,1101,2016-06,
      jump,1101,2016-06,first
      jump,1101,2016-06,second
      scale,1101,2016-06,"third
      line"

      """)
    #expect(list.explanations.all.map(\.text) == ["first", "third line"])
    #expect(
      Self.marks(list) == [
        "explanation-rule 2:1", "explanation-unit 3:2", "explanation-month 4:3", "explanation-empty 5:4",
        "explanation-twice 7:1",
      ])
  }

  @Test func aHeadingIsMissing() {
    let list = Self.list("rule,unit,text\njump,1101,true\n")
    #expect(list.explanations.all.isEmpty)
    #expect(Self.marks(list) == ["explanation-heading 1:0"])
  }

  @Test func messagesAreWhole() {
    for reason in ExplanationList.examples {
      #expect(reason.message(.zh).hasSuffix("。") && reason.message(.en).hasSuffix("."))
    }
  }
}
