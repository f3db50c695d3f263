/// A feedback page of ``GoalsFixture``.
extension Expected {
  static let feedbackZH = #"""
    # 石桥2016年6月对标整改工作进展情况反馈

    云山市活动办公室

    本月列入重点督促名单，原因如下：

    - 乡镇动员会召开率40%，低于云山市68%达28个百分点，连续2个月（督促）。
    - 乡镇动员会召开率40%，本月应达60%，落后20个百分点（提醒）。
    - 乡镇动员会召开率40%，在4个单位中居倒数第1位（督促）。
    - 乡镇动员会召开率40%，低于2016年5月的68%（督促）。
    - 有2条审核意见待核实（督促）。
    - 乡镇动员会召开率40%，未达到目标100%，差60个百分点（督促）。

    ## 一、本单位数据

    “云山市”一列是云山市全部单位合起来的数；“同级居中”是把云山市下属6个单位从高到低排列后居中的数，没有数的不算；名次从高到低，相同的并列。

    **表1　各项数据对照**

    | 指标 | 石桥 | 云山市 | 同级居中 | 同级最高 | 名次/参加比较(个) | 已报/应报(个) |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: |
    | 县(区)动员会召开率 | 是 | 100% |  |  |  | 10/10 |
    | 乡镇动员会召开率 | 40% | 68% | 60% | 100% | 5/5 | 20/20 |
    | 委员(人) | 17 | 3 | 28 | 45 | 5/6 | 10/10 |

    ## 二、与上月比较

    增减分为五部分：“数据更正”是上期数后来改了，“名录调整”是单位有增减，“新报送”“停报”是只有一个月有数，“实际变化”是两个月都有数的单位的增减。

    **表2　石桥各项数据与上月（5月）比较（增减等于后五列之和）**

    | 指标 | 增减单位 | 5月 | 6月 | 增减 | 数据更正 | 名录调整 | 新报送 | 停报 | 实际变化 |
    | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | 乡镇动员会召开率 | 百分点 | 50% | 55% | +5 | 0 | 0 | 0 | 0 | +5 |

    ## 三、进度对照

    **表3　目标与进度**

    | 事项 | 指标 | 期限 | 目标 | 本月应达 | 现为 | 与应达之差 | 评价 |
    | --- | --- | --- | ---: | ---: | ---: | ---: | --- |
    | 召开动员会 | 乡镇动员会召开率 | 2016年6月 | 99.5% | 100% | 40% | -60 | 落后进度 |
    | 动员会召开率 | 乡镇动员会召开率 | 2016年12月 | 100% | 60% | 40% | -20 | 落后进度 |

    ## 四、综合评分

    综合得分：40.0分，第2名。

    综合得分由以下各项按权重合成，满分100分：乡镇动员会召开率占60分、乡镇经费落实率占40分；90分以上为优、50分以上为良。缺一项数据的不评分；未报齐的标“初步”。

    ## 五、须更正和说明的

    本单位及所属单位的报表有须说明2处。须更正的，改正后才能计入；须说明的，已经计入，请核对后更正或说明原因。本月报表截止日为2016年7月5日；之后送达的更正计入下一版。

    **表4　按原因汇总**

    | 怎样处理 | 处数 | 举例：在哪里 | 怎么回事、怎么办 | 代码 |
    | --- | ---: | --- | --- | --- |
    | 须说明 | 2 | 900102/六月.csv 第2行 C列（900102，委员人数，3.5） | “委员人数”应为整数，请改正。 | test-number |

    ## 六、尚未报送的单位

    以下单位本月还没有可用的报表，请联系补报。括号内注明已连续几个月未报、或报来而不予采用。

    - 《月报表》县(区)1个：石桥（连续3个月，不予采用）。

    """#

  static let feedbackEN = #"""
    # Progress of the campaign: feedback to 石桥, June 2016

    Campaign Office

    On the supervision list this month, because:

    - Kick-off rate, township 40%, 28 percentage points below 云山市 with 68%, for 2 months in a row (urged).
    - Kick-off rate, township 40%, 20 percentage points behind the 60% due this month (reminder).
    - Kick-off rate, township 40%, place 1 from the end among 4 units (urged).
    - Kick-off rate, township 40%, below the 68% of May 2016 (urged).
    - 2 findings wait for an answer (urged).
    - Kick-off rate, township 40%, 60 percentage points below the target of 100% (urged).

    ## 1. Your figures

    The column 云山市 is of all its units together. The median is the value in the middle of its 6 units, those without one left out; ranks go from the highest down, and equals share one.

    **Table 1. Your figures and those of others**

    | Indicator | 石桥 | 云山市 | Median | Highest | Rank/units ranked | Answered/expected, units |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: |
    | Kick-off rate, county | yes | 100% |  |  |  | 10/10 |
    | Kick-off rate, township | 40% | 68% | 60% | 100% | 5/5 | 20/20 |
    | Members | 17 | 3 | 28 | 45 | 5/6 | 10/10 |

    ## 2. Compared with the month before

    A change has five parts: restated (the earlier month was corrected), registry (units came or went), new returns and returns ceased (units with one of the two months only), and real change.

    **Table 2. 石桥, compared with the month before (May 2016); the last five columns add up to the change**

    | Indicator | Change in | May 2016 | June 2016 | Change | Restated | Registry | New returns | Returns ceased | Real change |
    | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | Kick-off rate, township | percentage points | 50% | 55% | +5 | 0 | 0 | 0 | 0 | +5 |

    ## 3. Progress against targets

    **Table 3. Targets and progress**

    | Task | Indicator | By | Target | Due this month | Now | Difference | Verdict |
    | --- | --- | --- | ---: | ---: | ---: | ---: | --- |
    | Hold the meeting | Kick-off rate, township | June 2016 | 99.5% | 100% | 40% | -60 | behind |
    | Kick-off rate | Kick-off rate, township | December 2016 | 100% | 60% | 40% | -20 | behind |

    ## 4. Scores

    Score: 40.0, rank 2.

    Score is the weighted mean of these shares, out of 100: Kick-off rate, township 60, Fund rate, township 40; good from 90, fair from 50. A unit without one of them has no score.

    ## 5. To be mended and explained

    In your returns and those of your units: 2 to be explained. What is to be mended does not count until then; what is to be explained counts. The month's returns are due on 2016-07-05; corrections that arrive later count in the next edition.

    **Table 4. By reason**

    | Task | Number | Such as | What is wrong and what to do | Code |
    | --- | ---: | --- | --- | --- |
    | to be explained | 2 | 900102/六月.csv, row 2, column C (900102, 委员人数, 3.5) | Members must be a whole number; mend it. | test-number |

    ## 6. Units to call

    No usable return of these units has come in; ask them to send one. For how many months it has been missing, and whether one was rejected, stands in brackets.

    - Monthly form, county, 1: 石桥 (3 months, rejected).

    """#
}
