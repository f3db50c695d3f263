/// The bulletin of a month compared with the one before.
extension Expected {
  static let changesZH = #"""
    # 关于2016年6月对标整改工作进展情况的通报

    云山市活动办公室　数据月份：2016年6月　报送截止：2016年7月5日

    ## 一、与上月比较

    县(区)动员会召开率83%，与上月（5月）持平；乡镇动员会召开率68%，比上月提高6个百分点，其中实际变化5个、新报送2个、停报-1个、名录调整-1个、数据更正1个。

    乡镇经费落实率33.3%，上月没有数据，不作比较。

    2016年5月的数据发布后有更正，这里按已发布的第1版比较，更正的部分单列为“数据更正”，现有的数注明“现为”。

    **表1　云山市各项数据与上月（5月）比较（增减等于后五列之和）**

    | 指标 | 增减单位 | 5月 | 6月 | 增减 | 数据更正 | 名录调整 | 新报送 | 停报 | 实际变化 |
    | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | 县(区)动员会召开率 | 百分点 | 83% | 83% | 0 | 0 | 0 | 0 | 0 | 0 |
    | 乡镇动员会召开率 | 百分点 | 62%（现为63%） | 68% | +6 | +1 | -1 | +2 | -1 | +5 |
    | 乡镇经费落实率 | 百分点 | — | 33.3% | — | — | — | — | — | — |
    | 委员 | 人 | 100 | 96 | -4 | 0 | 0 | +2 | 0 | -6 |
    | 工作经费 | 万元 | 10.50 | 12.25 | +1.75 | 0.00 | 0.00 | +0.50 | 0.00 | +1.25 |
    | 委员来源·机关干部 | 百分点 | 53.0% | 53.1% | +0.1 | 0.0 | -0.2 | 0.0 | 0.0 | +0.3 |
    | 委员来源·教师 | 百分点 | 20.0% | 未报 | — | — | — | — | — | — |

    **表2　分单位乡镇动员会召开率与上月（5月）比较**

    | 名次 | 县(区) | 5月 | 6月 | 增减(百分点) | 名次变化 |
    | ---: | --- | ---: | ---: | ---: | ---: |
    |  | **云山市** | **62%（现为63%）** | **68%** | **+6** |  |
    | 1 | 清河 | 40% | 60% | +20 | ↑3 |
    | 2 | 石桥 | 50% | 55% | +5 | — |
    | 4 | 东山 | 55% | 50% | -5 | ↓3 |
    | 2 | 临江 | 50% | 55% | +5 | — |
    | — | 北沟 | 30% | 未报 | — |  |
    | 5 | 开发区 | 25% | 75% | +50 |  |

    - 乡镇动员会召开率提高最多的：清河提高20个百分点（40%→60%，实际变化+10个）、石桥提高5个百分点（50%→55%）、临江提高5个百分点（50%→55%，实际没有变化）。
    - 乡镇动员会召开率降低最多的：东山降低5个百分点（55%→50%，实际变化-4个）。
    - 分母不足5个、一个单位就会引起大幅升降的，不列入以上比较：开发区。

    以下数据通常不会减少，本月却比上月少。这里只计两个月都有数据的单位，不含名录调整、新报送、停报和数据更正的影响；可能是工作确有变化，也可能是漏报、错报，请有关单位核实：

    - 县(区)动员会召开率：东山由“是”变为“否”。
    - 乡镇动员会召开率：东山降低4个百分点。
    - 委员：云山市减少6人。

    与上月相比，名录有以下变动：

    - 新设县(区)1个：开发区。
    - 撤销乡镇1个：三家乡。
    - 更名乡镇1个：柳林乡→柳林镇。
    - 代码变更县(区)1个：东山（900103→900133）。
    - 合并乡镇2个：南坡乡并入柳林镇、北坡乡并入柳林镇。
    - 划转乡镇1个：七星乡（石桥→清河）。
    - 层级或分组调整县(区)1个：北沟（乡镇→县(区)、无→涉农）。

    ## 二、口径说明

    - 分母为名录当月所列单位总数，不因未报送而减少；不在应报范围内而报送的，单独列出，不计入。
    - 合计为已报单位之和，并注明已报/应报；未报不视为零，空白、“—”（不适用）与零分别对待。
    - 占比由整数计算后一次四舍五入，不对百分数求平均。
    - “未报”指没有可采用的数据；“—”指不适用或无可计算的单位。
    - 每个单位的数据来源（报送件、行号）见 units.csv，逐级数据及分子、分母见 figures.csv。

    """#

  static let changesEN = #"""
    # Progress of the campaign: June 2016

    Campaign Office. Month: June 2016. Returns were due on 2016-07-05.

    ## 1. Compared with the month before

    Kick-off rate, county: 83%, as in the month before (May 2016); Kick-off rate, township: 68%, up 6 percentage points from the month before (real change +5, new returns +2, returns ceased -1, registry -1, restated +1).

    Fund rate, township: 33.3%, not compared: there is no data for the month before.

    May 2016 has been corrected since. It is compared as published in edition 1; what was corrected is told as "restated", and the value known now stands beside it.

    **Table 1. 云山市, compared with the month before (May 2016); the last five columns add up to the change**

    | Indicator | Change in | May 2016 | June 2016 | Change | Restated | Registry | New returns | Returns ceased | Real change |
    | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | Kick-off rate, county | percentage points | 83% | 83% | 0 | 0 | 0 | 0 | 0 | 0 |
    | Kick-off rate, township | percentage points | 62% (now 63%) | 68% | +6 | +1 | -1 | +2 | -1 | +5 |
    | Fund rate, township | percentage points | — | 33.3% | — | — | — | — | — | — |
    | Members |  | 100 | 96 | -4 | 0 | 0 | +2 | 0 | -6 |
    | Fund | yuan | 10.50 | 12.25 | +1.75 | 0.00 | 0.00 | +0.50 | 0.00 | +1.25 |
    | Origin: Officials | percentage points | 53.0% | 53.1% | +0.1 | 0.0 | -0.2 | 0.0 | 0.0 | +0.3 |
    | Origin: Teachers | percentage points | 20.0% | no return | — | — | — | — | — | — |

    **Table 2. Kick-off rate, township by unit, compared with the month before (May 2016)**

    | Rank | county | May 2016 | June 2016 | Change (percentage points) | Rank change |
    | ---: | --- | ---: | ---: | ---: | ---: |
    |  | **云山市** | **62% (now 63%)** | **68%** | **+6** |  |
    | 1 | 清河 | 40% | 60% | +20 | ↑3 |
    | 2 | 石桥 | 50% | 55% | +5 | — |
    | 4 | 东山 | 55% | 50% | -5 | ↓3 |
    | 2 | 临江 | 50% | 55% | +5 | — |
    | — | 北沟 | 30% | no return | — |  |
    | 5 | 开发区 | 25% | 75% | +50 |  |

    - Kick-off rate, township, largest rises: 清河 up 20 percentage points (40%→60%, real change 10), 石桥 up 5 percentage points (50%→55%), 临江 up 5 percentage points (50%→55%, no real change).
    - Kick-off rate, township, largest falls: 东山 down 5 percentage points (55%→50%, real change -4).
    - Not compared, because the share is of fewer than 5 units: 开发区.

    These figures do not usually fall, and are lower than in the month before. Only units with data for both months are compared. There may be a good reason, or a mistake in a return; please ask:

    - Kick-off rate, county: 东山 from yes to no.
    - Kick-off rate, township: 东山 down 4 percentage points.
    - Members: 云山市 down 6.

    The registry differs from the month before:

    - New (county 1): 开发区.
    - Gone (township 1): 三家乡.
    - Renamed (township 1): 柳林乡→柳林镇.
    - New code (county 1): 东山 (900103→900133).
    - Merged (township 2): 南坡乡 into 柳林镇, 北坡乡 into 柳林镇.
    - Moved (township 1): 七星乡 (石桥→清河).
    - Level or groups changed (county 1): 北沟 (township→county, none→涉农).

    ## 2. Notes

    - A denominator is the registry's number of units in that month; it does not shrink where returns are missing. Units that reported without being expected are listed, not counted.
    - A total is the sum over units that have answered, with their number. Missing is not zero; blank, "—" (not applicable) and zero are kept apart.
    - Shares are computed from integers and rounded half up once; percentages are never averaged.
    - "no return" means no usable data; "—" means not applicable or nothing to count.
    - units.csv gives the source (file, row) of each unit's data; figures.csv gives numerators and denominators.

    """#
}
