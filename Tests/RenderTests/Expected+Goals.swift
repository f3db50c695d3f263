/// The sections and the table of ``GoalsFixture``.
extension Expected {
  static let goalsZH = #"""
    # 关于2016年6月对标整改工作进展情况的通报

    云山市活动办公室　数据月份：2016年6月　报送截止：2016年7月5日

    ## 一、进度对照

    2016年6月处于“动员部署”阶段（2016年4月至2016年6月），本阶段任务1项：

    - 召开动员会：乡镇动员会召开率应达99.5%，现为68%；达到进度。下级单位中已达标1个、达到进度1个、落后进度2个、尚难判断（未报齐）1个、没有数据1个。

    乡镇动员会召开率目标：2016年12月底前达到100%，本月应达60%。云山市现为68%，达到进度。下级单位中已达标1个、达到进度1个、落后进度2个、尚难判断（未报齐）1个、没有数据1个。

    **表1　乡镇动员会召开率进度对照**

    | 县(区) | 目标 | 本月应达 | 现为 | 与应达之差(百分点) | 评价 |
    | --- | ---: | ---: | ---: | ---: | --- |
    | **云山市** | **100%** | **60%** | **68%** | **+8** | **达到进度** |
    | 清河 | 100% | 60% | 60% | 0 | 尚难判断（未报齐） |
    | 石桥 | 100% | 60% | 40% | -20 | 落后进度 |
    | 东山 | 100% | 60% | 50% | -10 | 落后进度 |
    | 临江 | 100% | 60% | 100% | +40 | 已达标 |
    | 北沟 | 100% | 60% | 未报 | — | 没有数据 |
    | 开发区 | 100% | 60% | 75% | +15 | 达到进度 |

    ## 二、综合评分

    综合得分由以下各项按权重合成，满分100分：乡镇动员会召开率占60分、乡镇经费落实率占40分；90分以上为优、50分以上为良。缺一项数据的不评分；未报齐的标“初步”。

    **表2　综合得分**

    | 名次 | 县(区) | 综合得分 | 等次 | 乡镇动员会召开率 | 乡镇经费落实率 | 备注 |
    | ---: | --- | ---: | --- | ---: | ---: | --- |
    |  | **云山市** | **67.6** | **良** | **68%** | **—** | **初步** |
    | 1 | 临江 | 92.5 | 优 | 100% | — |  |
    | 2 | 石桥 | 40.0 |  | 40% | — |  |
    | — | 北沟 | — |  | 未报 | — | 数据不全，不评分 |

    ## 三、重点督促

    乡镇动员会召开率低于上级10个百分点以上（督促）：2个单位。

    - 石桥：40%，低于云山市68%达28个百分点，连续2个月。
    - 东山：50%，低于云山市68%达18个百分点。

    乡镇动员会召开率落后进度（提醒）：1个单位。

    - 石桥：40%，本月应达60%，落后20个百分点。

    末两位（督促）：1个单位。

    - 石桥：乡镇动员会召开率40%，在4个单位中居倒数第1位。

    连续1个月以上未报（约谈）：1个单位。

    - 北沟：已连续3个月未报，连续3个月列入名单。

    乡镇动员会召开率1个月没有进展（督促）：1个单位。

    - 石桥：40%，低于2016年5月的68%。

    待核实的审核意见在2条以上（督促）：1个单位。

    - 石桥：有2条审核意见待核实。

    乡镇动员会召开率未达目标（督促）：1个单位。

    - 石桥：40%，未达到目标100%，差60个百分点。

    以下情况不作判断。分母不足5个单位的：开发区；经批准不列入的（受灾）：临江；未报齐、尚难判断的：清河。

    """#

  static let goalsEN = #"""
    # Progress of the campaign: June 2016

    Campaign Office. Month: June 2016. Returns were due on 2016-07-05.

    ## 1. Progress against targets

    June 2016 is in the phase Mobilisation (April 2016 to June 2016). Its tasks:

    - Hold the meeting: Kick-off rate, township should be 99.5%; now 68%; on path. Units below: reached 1; on path 1; behind 2; cannot tell (answers missing) 1; no data 1.

    Kick-off rate, township should be 100% by the end of December 2016, 60% by the end of this month. 云山市: now 68%, on path. Units below: reached 1; on path 1; behind 2; cannot tell (answers missing) 1; no data 1.

    **Table 1. Kick-off rate, township against its target**

    | county | Target | Due this month | Now | Difference (percentage points) | Verdict |
    | --- | ---: | ---: | ---: | ---: | --- |
    | **云山市** | **100%** | **60%** | **68%** | **+8** | **on path** |
    | 清河 | 100% | 60% | 60% | 0 | cannot tell (answers missing) |
    | 石桥 | 100% | 60% | 40% | -20 | behind |
    | 东山 | 100% | 60% | 50% | -10 | behind |
    | 临江 | 100% | 60% | 100% | +40 | reached |
    | 北沟 | 100% | 60% | no return | — | no data |
    | 开发区 | 100% | 60% | 75% | +15 | on path |

    ## 2. Scores

    Score is the weighted mean of these shares, out of 100: Kick-off rate, township 60, Fund rate, township 40; good from 90, fair from 50. A unit without one of them has no score.

    **Table 2. Score**

    | Rank | county | Score | Grade | Kick-off rate, township | Fund rate, township | Remarks |
    | ---: | --- | ---: | --- | ---: | ---: | --- |
    |  | **云山市** | **67.6** | **fair** | **68%** | **—** | **provisional** |
    | 1 | 临江 | 92.5 | good | 100% | — |  |
    | 2 | 石桥 | 40.0 |  | 40% | — |  |
    | — | 北沟 | — |  | no return | — | no score: data are missing |

    ## 3. Supervision

    Kick-off rate, township 10 percentage points or more below the unit above (urged): 2 units.

    - 石桥: 40%, 28 percentage points below 云山市 with 68%, for 2 months in a row.
    - 东山: 50%, 18 percentage points below 云山市 with 68%.

    Kick-off rate, township behind its path (reminder): 1 unit.

    - 石桥: 40%, 20 percentage points behind the 60% due this month.

    Last two (urged): 1 unit.

    - 石桥: Kick-off rate, township 40%, place 1 from the end among 4 units.

    No return for 1 month or more (called in): 1 unit.

    - 北沟: no return for 3 months, for 3 months in a row on the list.

    Kick-off rate, township: no progress in 1 month (urged): 1 unit.

    - 石桥: 40%, below the 68% of May 2016.

    2 or more open queries (urged): 1 unit.

    - 石桥: 2 findings wait for an answer.

    Kick-off rate, township below its target (urged): 1 unit.

    - 石桥: 40%, 60 percentage points below the target of 100%.

    Not judged by one rule or another. Shares of fewer than 5 units: 开发区; excused (floods): 临江; answers are missing, so that it cannot be told: 清河.

    """#

  static let supervisionZH = #"""
    期间,规则,规则名称,程度,单位代码,单位名称,层级,上级代码,结论,指标,统计层级,数值,连续月数,说明
    2016-06,parent,乡镇动员会召开率低于上级10个百分点以上,督促,900102,石桥,county,9001,列入,kickoff_rate,township,40,2,乡镇动员会召开率40%，低于云山市68%达28个百分点，连续2个月
    2016-06,parent,乡镇动员会召开率低于上级10个百分点以上,督促,900103,东山,county,9001,列入,kickoff_rate,township,50,1,乡镇动员会召开率50%，低于云山市68%达18个百分点
    2016-06,parent,乡镇动员会召开率低于上级10个百分点以上,督促,900101,清河,county,9001,尚难判断,,,,,
    2016-06,parent,乡镇动员会召开率低于上级10个百分点以上,督促,900104,临江,county,9001,经批准不列入,,,,,受灾
    2016-06,parent,乡镇动员会召开率低于上级10个百分点以上,督促,900106,开发区,county,9001,分母过小,,,,,
    2016-06,path,乡镇动员会召开率落后进度,提醒,900102,石桥,county,9001,列入,kickoff_rate,township,40,1,乡镇动员会召开率40%，本月应达60%，落后20个百分点
    2016-06,last,末两位,督促,900102,石桥,county,9001,列入,kickoff_rate,township,40,1,乡镇动员会召开率40%，在4个单位中居倒数第1位
    2016-06,silent,连续1个月以上未报,约谈,900105,北沟,county,9001,列入,,,,3,已连续3个月未报，连续3个月列入名单
    2016-06,still,乡镇动员会召开率1个月没有进展,督促,900102,石桥,county,9001,列入,kickoff_rate,township,40,1,乡镇动员会召开率40%，低于2016年5月的68%
    2016-06,queries,待核实的审核意见在2条以上,督促,900102,石桥,county,9001,列入,,,,1,有2条审核意见待核实
    2016-06,due,乡镇动员会召开率未达目标,督促,900102,石桥,county,9001,列入,kickoff_rate,township,40,1,乡镇动员会召开率40%，未达到目标100%，差60个百分点

    """#

  static let supervisionEN = #"""
    period,rule,label,severity,unit_code,unit_name,level,parent,result,indicator,counted_level,value,streak,explanation
    2016-06,parent,"Kick-off rate, township 10 percentage points or more below the unit above",urge,900102,石桥,county,9001,listed,kickoff_rate,township,40,2,"Kick-off rate, township 40%, 28 percentage points below 云山市 with 68%, for 2 months in a row"
    2016-06,parent,"Kick-off rate, township 10 percentage points or more below the unit above",urge,900103,东山,county,9001,listed,kickoff_rate,township,50,1,"Kick-off rate, township 50%, 18 percentage points below 云山市 with 68%"
    2016-06,parent,"Kick-off rate, township 10 percentage points or more below the unit above",urge,900101,清河,county,9001,cannot tell,,,,,
    2016-06,parent,"Kick-off rate, township 10 percentage points or more below the unit above",urge,900104,临江,county,9001,excused,,,,,floods
    2016-06,parent,"Kick-off rate, township 10 percentage points or more below the unit above",urge,900106,开发区,county,9001,small,,,,,
    2016-06,path,"Kick-off rate, township behind its path",remind,900102,石桥,county,9001,listed,kickoff_rate,township,40,1,"Kick-off rate, township 40%, 20 percentage points behind the 60% due this month"
    2016-06,last,Last two,urge,900102,石桥,county,9001,listed,kickoff_rate,township,40,1,"Kick-off rate, township 40%, place 1 from the end among 4 units"
    2016-06,silent,no return for 1 month or more,summon,900105,北沟,county,9001,listed,,,,3,"no return for 3 months, for 3 months in a row on the list"
    2016-06,still,"Kick-off rate, township: no progress in 1 month",urge,900102,石桥,county,9001,listed,kickoff_rate,township,40,1,"Kick-off rate, township 40%, below the 68% of May 2016"
    2016-06,queries,2 or more open queries,urge,900102,石桥,county,9001,listed,,,,1,2 findings wait for an answer
    2016-06,due,"Kick-off rate, township below its target",urge,900102,石桥,county,9001,listed,kickoff_rate,township,40,1,"Kick-off rate, township 40%, 60 percentage points below the target of 100%"

    """#
}
