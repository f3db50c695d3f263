import Model
import TestSupport
import Testing

@testable import Aggregate

@Suite struct RegistryDiffTests {
  private static func difference(_ made: RegistryChangesGenerator) throws -> RegistryDifference {
    let month = try Fixture.month("2020-01")
    let old = try RegistryChangesGenerator.registry(RegistryChangesGenerator.rows(made.before, from: month))
    let new = try RegistryChangesGenerator.registry(RegistryChangesGenerator.rows(made.after, from: month))
    return RegistryDifference(old: old.roster(in: month), new: new.roster(in: month))
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func sureProposalsAreRight(_ seed: UInt64) throws {
    let made = RegistryChangesGenerator(seed: seed)
    let difference = try Self.difference(made)
    var proposed: [String: UnitProposal] = [:]
    for proposal in difference.proposals {
      guard let unit = proposal.old else { continue }
      let code = difference.old.units[unit].code.description
      guard let true_ = made.truth[code] else {
        #expect(proposal.kind == .renamed, "\(code) goes on")
        continue
      }
      #expect(proposed.updateValue(proposal, forKey: code) == nil, "one row for each unit")
      guard let after = proposal.new else { continue }
      #expect(difference.new.units[after].level == difference.old.units[unit].level)
      if proposal.confidence >= 95 { #expect(true_.contains(difference.new.units[after].code.description)) }
    }
    #expect(Set(proposed.keys) == Set(made.truth.keys))
    for code in made.recoded {
      let after = proposed[code]?.new.map { difference.new.units[$0].code.description }
      #expect(after.map { [$0] } == made.truth[code], "\(code) is recoded")
      #expect(proposed[code]?.confidence ?? 0 >= 95)
    }
  }

  @Test func everyNewUnitIsMentioned() throws {
    for seed in 100..<120 as Range<UInt64> {
      let difference = try Self.difference(RegistryChangesGenerator(seed: seed))
      let mentioned = Set(difference.proposals.compactMap(\.new))
      for unit in difference.new.units.indices
      where difference.old.index(of: difference.new.units[unit].code) == nil {
        #expect(mentioned.contains(unit))
      }
    }
  }

  @Test(arguments: [
    ("柳林乡", "柳林镇"), ("柳林镇", "柳林街道办事处"), ("融水苗族自治县", "融水市"), ("城关回族乡", "城关镇"),
    ("紫兴社区服务中心", "紫兴街道"), ("丰南县", "丰南区"),
  ])
  func typesAreNoPartOfTheStem(_ a: String, _ b: String) {
    #expect(UnitName(a).stem == UnitName(b).stem)
    #expect(UnitName(a).family == .division && UnitName(b).family == .division)
  }

  @Test func farmsAndZonesAreKeptApart() {
    let zones = ["临沂经济技术开发区", "红山物流园区", "亚布力管委会", "甲开发区管理委员会"]
    #expect(zones.allSatisfy { UnitName($0).family == .zone })
    #expect(["国营柳林农场", "兵团五十四团", "柳林林场"].allSatisfy { UnitName($0).family == .farm })
    #expect(UnitName("国营柳林农场").stem == UnitName("柳林农场").stem)
    #expect(UnitName("甲开发区管理委员会").stem == ["甲"])
    #expect(UnitName("开发区").stem == Array("开发区"))
    #expect(UnitName("唐山海港开发区王滩镇").family == .division)
  }

  @Test func likeness() {
    #expect(UnitName("麻郎错乡").isOneEditFrom(UnitName("麻郎措镇")))
    #expect(!UnitName("柳林乡").isOneEditFrom(UnitName("柳木乡")), "half of a short name")
    #expect(UnitName("西湖镇").contains(UnitName("西湖路街道")))
    #expect(!UnitName("西镇").contains(UnitName("西湖街道")), "one character says nothing")
  }
}
