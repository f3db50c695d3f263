/// The bulletin of a revised edition.
extension Expected {
  static let errataZH = #"""
    # 关于2016年6月对标整改工作进展情况的通报（修订版）

    云山市活动办公室　数据月份：2016年6月　报送截止：2016年7月5日　修订稿，尚未发布　修订第1版（2016年7月6日 09:05发布）

    2016年6月，云山市共有5个县(区)、28个乡镇召开了动员会，分别占县(区)、乡镇总数的83%、93%；共有29个乡镇落实工作经费2万元以上，占乡镇总数的96.7%。

    以上占比以2016年6月名录所列单位总数为分母：县(区)6个、乡镇30个，未报送的单位也计入分母。

    ## 一、更正表

    与2016年6月通报第1版（发布于2016年7月6日 09:05）相比，有6项数据更正，涉及3个单位的数据，以本版为准。

    **表1　已发布数据的更正**

    | 单位 | 指标 | 层级 | 原发布 | 现为 | 原因 |
    | --- | --- | --- | ---: | ---: | --- |
    | 云山市 | 乡镇动员会召开率 | 乡镇 | 84%（27/32） | 93%（28/30） | ①②③④ |
    | 云山市 | 工作经费 |  | 13.50 | 12.25 | ⑤ |
    | 云山市 | 委员来源·机关干部 |  | 50.0%（29/58） | 50.0%（30/60） | ① |
    | 清河 | 县(区)动员会召开率 | 县(区) | 未报 | 是 | ① |
    | 清河 | 委员 |  | 60（已报8个，应报10个） | 60（已报10个，应报10个） | ① |
    | 900199 | 委员 |  | 7 | — | 名录已无此单位 |

    - ① 补报：“900101/补报\|\<b\>.csv”，2016年7月12日 08:30收到，涉及3个单位：清河、石桥等
    - ② 原报送不再采用：“900103/\`x\`.csv”，涉及1个单位：900199
    - ③ 名录更正：涉及1个单位
    - ④ 报表或指标定义更改
    - ⑤ 更正报送：“=HYPERLINK("http:\//x").xlsx”，2016年7月13日 18:00收到，涉及1个单位：清河

    ## 二、工作进展

    ### （一）动员会召开率

    5个县(区)本级全部召开了动员会。

    **表2　动员会召开率（已完成数/总数）**

    | 名次 | 县(区) | 县(区)(个) | 占比 | 乡镇(个) | 占比 |
    | ---: | --- | ---: | ---: | ---: | ---: |
    |  | **云山市** | **5/6** | **83%** | **28/30** | **93%(r)** |
    | 1 | 清河 | 是(r) |  | 3/5 | 60% |
    | 2 | 石桥 | 是 |  | 3/5 | 60% |
    | 3 | 东山 | 是 |  | 3/5 | 60% |
    | 4 | 临江 | 是 |  | 3/5 | 60% |
    | 5 | 北沟 | — |  | 0/5 | 未报 |
    | 6 | 开发区 | 是 |  | 3/5 | 60% |

    ### （二）经费落实率

    **表3　经费落实率（已完成数/总数）**

    | 县(区) | 乡镇(个) | 占比 |
    | --- | ---: | ---: |
    | **云山市** | **29/30** | **96.7%** |
    | 清河 | 4/5 | 80.0% |
    | 石桥 | 4/5 | 80.0% |
    | 东山 | 4/5 | 80.0% |
    | 临江 | 4/5 | 80.0% |
    | 北沟 | 4/5 | 80.0% |
    | 开发区 | 4/5 | 80.0% |

    ## 三、工作数据

    截至本月，委员60人、工作经费12.25万元。

    **表4　各项数据合计（为已报单位之和）**

    | 指标 | 数值 | 单位 | 算式 | 已报/应报(个) | 覆盖率 |
    | --- | ---: | --- | --- | ---: | ---: |
    | 委员 | 60 | 人 |  | 10/10 | 100.0% |
    | 工作经费 | 12.25(r) | 万元 |  | 10/10 | 100.0% |

    **表5　分单位数据（为已报单位之和）**

    | 县(区) | 委员(人) | 工作经费(万元) |
    | --- | ---: | ---: |
    | **云山市** | **60** | **12.25(r)** |
    | 清河 | 60(r) | 12.25 |
    | 石桥 | 60 | 12.25 |
    | 东山 | 60 | 12.25 |
    | 临江 | 60 | 12.25 |
    | 开发区 | 60 | 12.25 |

    ## 四、构成情况

    委员人数60人，其中机关干部占50.0%、教师占50.0%。

    **表6　委员来源**

    | 类别 | 数量(人) | 占比 |
    | --- | ---: | ---: |
    | 机关干部 | 30 | 50.0%(r) |
    | 教师 | 30 | 50.0% |

    各项占比分别四舍五入，由于数值修约误差，合计可能不等于100%，未作机械调整。分母为委员人数60人，已报10个单位，应报10个单位。

    ## 五、口径说明

    **表7　各项占比的分母、覆盖与上下限（下限：未答复的单位均未完成；上限：均已完成）**

    | 指标 | 层级 | 分子(个) | 分母(个) | 占比 | 已答复/应答复(个) | 下限 | 上限 |
    | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
    | 动员会召开率 | 县(区) | 5 | 6 | 83% | 10/10 | 83.3% | 83.3% |
    | 动员会召开率 | 乡镇 | 28 | 30 | 93%(r) | 10/10 | 93.3% | 93.3% |
    | 经费落实率 | 乡镇 | 29 | 30 | 96.7% | 10/10 | 96.7% | 96.7% |

    - 分母为名录当月所列单位总数，不因未报送而减少；不在应报范围内而报送的，单独列出，不计入。
    - 合计为已报单位之和，并注明已报/应报；未报不视为零，空白、“—”（不适用）与零分别对待。
    - 占比由整数计算后一次四舍五入，不对百分数求平均。
    - “未报”指没有可采用的数据；“—”指不适用或无可计算的单位。
    - 每个单位的数据来源（报送件、行号）见 units.csv，逐级数据及分子、分母见 figures.csv。
    - (r) 为修订数：与已发布的数不同。

    """#

  static let errataEN = #"""
    # Progress of the campaign: June 2016 (revised)

    Campaign Office. Month: June 2016. Returns were due on 2016-07-05. A revision that is not published yet. It revises edition 1, published 2016-07-06 09:05.

    云山市, June 2016. Kick-off rate: county 5 of 6 (83%), township 28 of 30 (93%); Fund rate: township 29 of 30 (96.7%).

    Shares are of all units of the registry in June 2016, those without a return included: county 6, township 30.

    ## 1. Errata

    6 figures of 3 units differ from edition 1 of June 2016, published 2016-07-06 09:05. This edition takes its place.

    **Table 1. Published figures that have changed**

    | Unit | Indicator | Level | As published | As known now | Cause |
    | --- | --- | --- | ---: | ---: | --- |
    | 云山市 | Kick-off rate, township | township | 84% (27/32) | 93% (28/30) | ①②③④ |
    | 云山市 | Fund |  | 13.50 | 12.25 | ⑤ |
    | 云山市 | Origin: Officials |  | 50.0% (29/58) | 50.0% (30/60) | ① |
    | 清河 | Kick-off rate, county | county | no return | yes | ① |
    | 清河 | Members |  | 60 (8 of 10 units) | 60 (10 of 10 units) | ① |
    | 900199 | Members |  | 7 | — | no longer in the registry |

    - ① late return: "900101/补报\|\<b\>.csv", received 2016-07-12 08:30, 3 units: 清河, 石桥 and others
    - ② return no longer used: "900103/\`x\`.csv", 1 unit: 900199
    - ③ registry corrected: 1 unit
    - ④ campaign or form changed
    - ⑤ corrected return: "=HYPERLINK("http:\//x").xlsx", received 2016-07-13 18:00, 1 unit: 清河

    ## 2. Progress

    ### 2.1 Kick-off rate

    Kick-off rate, county: 5 of 5.

    **Table 2. Kick-off rate: units that did, of all**

    | Rank | county | county, units | share | township, units | share |
    | ---: | --- | ---: | ---: | ---: | ---: |
    |  | **云山市** | **5/6** | **83%** | **28/30** | **93%(r)** |
    | 1 | 清河 | yes(r) |  | 3/5 | 60% |
    | 2 | 石桥 | yes |  | 3/5 | 60% |
    | 3 | 东山 | yes |  | 3/5 | 60% |
    | 4 | 临江 | yes |  | 3/5 | 60% |
    | 5 | 北沟 | — |  | 0/5 | no return |
    | 6 | 开发区 | yes |  | 3/5 | 60% |

    ### 2.2 Fund rate

    **Table 3. Fund rate: units that did, of all**

    | county | township, units | share |
    | --- | ---: | ---: |
    | **云山市** | **29/30** | **96.7%** |
    | 清河 | 4/5 | 80.0% |
    | 石桥 | 4/5 | 80.0% |
    | 东山 | 4/5 | 80.0% |
    | 临江 | 4/5 | 80.0% |
    | 北沟 | 4/5 | 80.0% |
    | 开发区 | 4/5 | 80.0% |

    ## 3. Totals

    To date: Members 60, Fund 12.25 yuan.

    **Table 4. Totals, each the sum over units that have answered**

    | Indicator | Value | Measure | Computed as | Answered/expected, units | Coverage |
    | --- | ---: | --- | --- | ---: | ---: |
    | Members | 60 |  |  | 10/10 | 100.0% |
    | Fund | 12.25(r) | yuan |  | 10/10 | 100.0% |

    **Table 5. Totals by unit**

    | county | Members | Fund(yuan) |
    | --- | ---: | ---: |
    | **云山市** | **60** | **12.25(r)** |
    | 清河 | 60(r) | 12.25 |
    | 石桥 | 60 | 12.25 |
    | 东山 | 60 | 12.25 |
    | 临江 | 60 | 12.25 |
    | 开发区 | 60 | 12.25 |

    ## 4. Composition

    Members: 60. Of these Officials 50.0%, Teachers 50.0%.

    **Table 6. Origin**

    | Category | Number | Share |
    | --- | ---: | ---: |
    | Officials | 30 | 50.0%(r) |
    | Teachers | 30 | 50.0% |

    Shares are rounded each on its own and may not add up to 100%. Denominator: Members, 60; 10 of 10 units have answered.

    ## 5. Notes

    **Table 7. Denominators, coverage and bounds (if none, and if all, of those who did not answer had done it)**

    | Indicator | Level | Numerator | Denominator | Share | Answered | Lower | Upper |
    | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
    | Kick-off rate | county | 5 | 6 | 83% | 10/10 | 83.3% | 83.3% |
    | Kick-off rate | township | 28 | 30 | 93%(r) | 10/10 | 93.3% | 93.3% |
    | Fund rate | township | 29 | 30 | 96.7% | 10/10 | 96.7% | 96.7% |

    - A denominator is the registry's number of units in that month; it does not shrink where returns are missing. Units that reported without being expected are listed, not counted.
    - A total is the sum over units that have answered, with their number. Missing is not zero; blank, "—" (not applicable) and zero are kept apart.
    - Shares are computed from integers and rounded half up once; percentages are never averaged.
    - "no return" means no usable data; "—" means not applicable or nothing to count.
    - units.csv gives the source (file, row) of each unit's data; figures.csv gives numerators and denominators.
    - (r): revised, differs from the figure published.

    """#
}
