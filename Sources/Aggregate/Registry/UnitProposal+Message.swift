public import Model

extension UnitProposal.Kind {
  /// The name in CSV and in the summary.
  public func label(_ language: Language) -> String {
    switch self {
    case .renamed: language.pick("更名", "renamed")
    case .moved: language.pick("改隶", "moved")
    case .regrouped: language.pick("调整", "regrouped")
    case .recoded: language.pick("改码", "recoded")
    case .merged: language.pick("并入", "merged")
    case .split: language.pick("拆分?", "split?")
    case .gone: language.pick("撤销", "gone")
    case .new: language.pick("新设", "new")
    }
  }
}

extension UnitProposal {
  /// Why it is thought so, in the reader's language.
  public func reason(_ language: Language) -> String {
    guard let evidence else {
      return kind == .new
        ? language.pick("没有撤销单位指向它", "no unit that is gone leads here")
        : language.pick("没有依据，请人工确认", "nothing speaks for a successor; decide by hand")
    }
    return evidence.parts(kind, language).joined(separator: language.pick("；", "; "))
  }
}

extension SuccessorEvidence {
  /// What is to say, the rule first.
  func parts(_ kind: UnitProposal.Kind, _ language: Language) -> [String] {
    var parts = [rule == .code ? kept(kind, language) : ruleText(language)]
    switch (rule, reach) {
    case (.children, _), (.code, _), (.name, .parent), (_, .parent): break
    case (_, .grandparent):
      parts.append(language.pick("在上级单位之外、同一上两级单位之内", "outside the unit above, within the one above that"))
    case (_, .beyond): parts.append(language.pick("相隔更远，请核实", "farther away; check it"))
    }
    if isOldTarget { parts.append(language.pick("该单位原已存在", "that unit was there before")) }
    if isShared { parts.append(language.pick("另有单位并入同一单位", "other units go there too")) }
    if kind == .split { parts.append(language.pick("可能拆分为多个单位", "it may have become several")) }
    if rivals > 0 {
      parts.append(language.pick("另有 \(rivals) 个单位同样符合，请核实", "\(rivals) more fit as well; check it"))
    }
    if isExchange {
      parts.append(
        language.pick(
          "原名称现属同级另一代码，代码或有互换，请核实", "its old name now has another code; codes may have been exchanged"))
    }
    return parts
  }

  private func kept(_ kind: UnitProposal.Kind, _ language: Language) -> String {
    switch kind {
    case .moved where isOnlyParentCode:
      language.pick("代码未变，上级单位改码", "same code; the unit above has another code")
    case .moved: language.pick("代码未变，上级单位不同", "same code, another unit above")
    case .regrouped: language.pick("代码未变，层级或分组不同", "same code, another level or other groups")
    default: language.pick("代码未变，名称不同", "same code, another name")
    }
  }

  private func ruleText(_ language: Language) -> String {
    switch rule {
    case .code: ""
    case .name: language.pick("名称相同", "same name")
    case .stem: language.pick("名称只有类型不同", "same name but for its type")
    case .stemOfOtherSort: language.pick("名称相同而单位性质不同", "same name, but a unit of another sort")
    case .contained: language.pick("一个名称包含另一个", "one name holds the other")
    case .joined: language.pick("新名称由几个撤销单位的名称合成", "the new name is made of those of several that are gone")
    case .edit: language.pick("名称相差一字", "the names differ in one character")
    case .children(let votes, let all):
      language.pick("\(all) 个下级单位中 \(votes) 个归入该单位", "\(votes) of its \(all) units below went there")
    case .only: language.pick("当地只有这一个新单位", "it is the only new unit there")
    }
  }
}
