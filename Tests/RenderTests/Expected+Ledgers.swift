/// The sections, pages and tables of ``LedgerFixture``.
extension Expected {
  static let ledgersZH = #"""
    # 关于2016年6月对标整改工作进展情况的通报

    云山市活动办公室　数据月份：2016年6月　报送截止：2016年7月5日

    ## 一、台账情况

    ### （一）支部台账

    《支部台账》：应建台账单位6个，已建5个（83.3%），在册700123条；台账最近更新至2016年6月，最早的为2015年11月（7个月前）；填报率96.3%（应填1000项，已填963项）。

    比上月新增120条、撤销35条、转入4条、转出3条：上月末700037＋新增120－撤销35＋转入4－转出3＝本月末700123。

    **表1　支部台账（含下级单位）**

    | 县(区) | 已建/应建(个) | 在册(条) | 最早更新 | 最近更新 | 填报率 | 已填/应填(项) | 新增 | 撤销 | 转入 | 转出 |
    | --- | ---: | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **5/6** | **700123** | **2015年11月** | **2016年6月** | **96.3%** | **963/1000** | **120** | **35** | **4** | **3** |
    | 清河 | 1/1 | 100 | 2016年6月 | 2016年6月 | 100.0% | 200/200 | 20 | 0 | 0 | 3 |
    | 石桥 | 1/1 | 10 | 2015年11月 | 2015年11月 | 90.0% | 180/200 | 0 | 0 | 0 | 0 |
    | 东山 | 1/1 | 300013 | 2016年5月 | 2016年5月 | 96.5% | 193/200 | 100 | 35 | 4 | 0 |
    | 临江 | 1/1 | 400000 | 2016年6月 | 2016年6月 | 95.0% | 190/200 | 0 | 0 | 0 | 0 |
    | 北沟 | 1/1 | 0 | 2016年6月 | 2016年6月 | — | 0/0 | — | — | — | — |
    | 开发区 | 0/1 | 0 | — | — | — | 0/0 | — | — | — | — |

    请督促填报：

    - 尚未建立台账的1个：开发区。
    - 有台账早于本月的2个（从最早的起）：石桥2015年11月、东山2016年5月。
    - 填报率低于云山市96.3%的2个：石桥90.0%（180/200）、临江95.0%（190/200）。

    ### （二）团干部\*台账

    《团干部\*台账》：应建台账单位6个，已建6个（100.0%），在册34条；台账更新至2016年6月；填报率100.0%（应填34项，已填34项）。

    书记政治面貌：共34人，其中共产党员29人，占85.29%，提高5.00个百分点；群众\|其他5人，占14.71%，下降5.00个百分点。

    **表2　书记政治面貌**

    | 类别 | 数量(人) | 占比 | 上月数量(人) | 上月占比 | 增减(百分点) |
    | --- | ---: | ---: | ---: | ---: | ---: |
    | 共产党员 | 29 | 85.29% | 110 | 80.29% | +5.00 |
    | 群众\|其他 | 5 | 14.71% | 27 | 19.71% | -5.00 |
    | 共青团员 | 0 | 0.00% | 0 | 0.00% | 0.00 |
    | **合计** | **34** |  | **137** |  |  |

    分母为34人。各项占比分别四舍五入，合计可能不等于100%。

    **表3　政治面貌与职务(人)**

    | 类别 | 书记 | 副书记 | 合计 |
    | --- | ---: | ---: | ---: |
    | 共产党员 | 20 | 9 | 29 |
    | 其他 | 1 | 4 | 5 |
    | **合计** | **21** | **13** | **34** |

    **表4　年龄结构(人)**

    | 年龄 | 男 | 图示 | 女 | 图示 | 合计 |
    | --- | ---: | --- | ---: | --- | ---: |
    | 20–24 | 1 | █ | 2 | ██ | 3 |
    | 25–29 | 20 | ████████████████████ | 10 | ██████████ | 30 |
    | 30–34 | 1 | █ | 0 |  | 1 |
    | 35+ | 0 |  | 0 |  | 0 |
    | **合计** | **22** |  | **12** |  | **34** |

    """#

  static let ledgersEN = #"""
    # Progress of the campaign: June 2016

    Campaign Office. Month: June 2016. Returns were due on 2016-07-05.

    ## 1. Ledgers

    ### 1.1 Branches

    Branches: kept by 5 of 6 units (83.3%), 700123 rows; newest as of June 2016, oldest as of November 2015 (7 months ago); 963 of 1000 cells filled in (96.3%).

    Since the month before 120 new, 35 gone, 4 moved in, 3 moved out: 700037 at the end of the month before + 120 − 35 + 4 − 3 = 700123 at the end of this one.

    **Table 1. Branches, units below included**

    | county | Kept/expected, units | Rows | Oldest | Newest | Filled in | Filled in/to fill in | New | Gone | Moved in | Moved out |
    | --- | ---: | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **5/6** | **700123** | **November 2015** | **June 2016** | **96.3%** | **963/1000** | **120** | **35** | **4** | **3** |
    | 清河 | 1/1 | 100 | June 2016 | June 2016 | 100.0% | 200/200 | 20 | 0 | 0 | 3 |
    | 石桥 | 1/1 | 10 | November 2015 | November 2015 | 90.0% | 180/200 | 0 | 0 | 0 | 0 |
    | 东山 | 1/1 | 300013 | May 2016 | May 2016 | 96.5% | 193/200 | 100 | 35 | 4 | 0 |
    | 临江 | 1/1 | 400000 | June 2016 | June 2016 | 95.0% | 190/200 | 0 | 0 | 0 | 0 |
    | 北沟 | 1/1 | 0 | June 2016 | June 2016 | — | 0/0 | — | — | — | — |
    | 开发区 | 0/1 | 0 | — | — | — | 0/0 | — | — | — | — |

    To be called on:

    - Without the ledger (1): 开发区.
    - With a ledger older than the month, the oldest first (2): 石桥 November 2015, 东山 May 2016.
    - With less filled in than the 96.3% of 云山市 (2): 石桥 90.0% (180/200), 临江 95.0% (190/200).

    ### 1.2 Cadres\*

    Cadres\*: kept by 6 of 6 units (100.0%), 34 rows; as of June 2016; 34 of 34 cells filled in (100.0%).

    Party of secretaries: 34 in all. Of these Party 29, 85.29%, up 5.00 percentage points; None\|other 5, 14.71%, down 5.00 percentage points.

    **Table 2. Party of secretaries**

    | Category | Number | Share | Month before | Share then | Change, points |
    | --- | ---: | ---: | ---: | ---: | ---: |
    | Party | 29 | 85.29% | 110 | 80.29% | +5.00 |
    | None\|other | 5 | 14.71% | 27 | 19.71% | -5.00 |
    | League | 0 | 0.00% | 0 | 0.00% | 0.00 |
    | **Total** | **34** |  | **137** |  |  |

    Denominator: 34. Shares are rounded each on its own and may not add up to 100%.

    **Table 3. Party by post**

    | Category | Head | Deputy | Total |
    | --- | ---: | ---: | ---: |
    | Party | 20 | 9 | 29 |
    | Other | 1 | 4 | 5 |
    | **Total** | **21** | **13** | **34** |

    **Table 4. Ages**

    | Age | Men | Bar | Women | Bar | Total |
    | --- | ---: | --- | ---: | --- | ---: |
    | 20–24 | 1 | █ | 2 | ██ | 3 |
    | 25–29 | 20 | ████████████████████ | 10 | ██████████ | 30 |
    | 30–34 | 1 | █ | 0 |  | 1 |
    | 35+ | 0 |  | 0 |  | 0 |
    | **Total** | **22** |  | **12** |  | **34** |

    """#

  static let ledgerFeedbackZH = #"""
    # 石桥2016年6月对标整改工作进展情况反馈

    云山市活动办公室

    ## 一、台账

    《支部台账》：应建台账单位1个，已建1个（100.0%），在册10条；台账更新至2015年11月（7个月前）；填报率90.0%（应填200项，已填180项），同级居中95.8%。

    - 请补填台账20项。
    - 请报送2016年6月的台账，现用最早的为2015年11月（7个月前）。
    # 开发区2016年6月对标整改工作进展情况反馈

    云山市活动办公室

    ## 一、台账

    《支部台账》：应建台账单位1个，已建0个（0.0%），在册0条。

    - 尚未建立台账的1个：开发区。

    """#

  static let ledgerFeedbackEN = #"""
    # Progress of the campaign: feedback to 石桥, June 2016

    Campaign Office

    ## 1. Ledgers

    Branches: kept by 1 of 1 units (100.0%), 10 rows; as of November 2015 (7 months ago); 180 of 200 cells filled in (90.0%), the median of its siblings is 95.8%.

    - Fill in 20 more cells.
    - Send the ledger of June 2016: the oldest in use is of November 2015 (7 months ago).
    # Progress of the campaign: feedback to 开发区, June 2016

    Campaign Office

    ## 1. Ledgers

    Branches: kept by 0 of 1 units (0.0%), 0 rows.

    - Without the ledger (1): 开发区.

    """#

  static let ledgersCSV = #"""
    period,ledger,label,unit_code,unit_name,level,parent,expected,kept,rows,oldest,newest,cells,filled,opened,closed,moved_in,moved_out,stayed
    2016-06,branches,Branches,9001,云山市,city,,6,5,700123,2015-11,2016-06,1000,963,120,35,4,3,699999
    2016-06,branches,Branches,900101,清河,county,9001,1,1,100,2016-06,2016-06,200,200,20,0,0,3,80
    2016-06,branches,Branches,900102,石桥,county,9001,1,1,10,2015-11,2015-11,200,180,0,0,0,0,10
    2016-06,branches,Branches,900103,东山,county,9001,1,1,300013,2016-05,2016-05,200,193,100,35,4,0,299909
    2016-06,branches,Branches,900104,临江,county,9001,1,1,400000,2016-06,2016-06,200,190,0,0,0,0,400000
    2016-06,branches,Branches,900105,北沟,county,9001,1,1,0,2016-06,2016-06,0,0,,,,,
    2016-06,branches,Branches,900106,开发区,county,9001,1,0,0,,,0,0,,,,,
    2016-06,cadres,Cadres*,9001,云山市,city,,6,6,34,2016-06,2016-06,34,34,,,,,

    """#

  static let ledgerTablesCSV = #"""
    period,ledger,table,label,row,column,unit_code,unit_name,measure,now,before
    2016-06,cadres,party,Party of secretaries,Party,,9001,云山市,,29,110
    2016-06,cadres,party,Party of secretaries,None|other,,9001,云山市,,5,27
    2016-06,cadres,party,Party of secretaries,League,,9001,云山市,,0,0
    2016-06,cadres,posts,Party by post,Party,Head,9001,云山市,,20,
    2016-06,cadres,posts,Party by post,Party,Deputy,9001,云山市,,9,
    2016-06,cadres,posts,Party by post,Other,Head,9001,云山市,,1,
    2016-06,cadres,posts,Party by post,Other,Deputy,9001,云山市,,4,
    2016-06,cadres,ages,Ages,20–24,Men,9001,云山市,,1,
    2016-06,cadres,ages,Ages,20–24,Women,9001,云山市,,2,
    2016-06,cadres,ages,Ages,25–29,Men,9001,云山市,,20,
    2016-06,cadres,ages,Ages,25–29,Women,9001,云山市,,10,
    2016-06,cadres,ages,Ages,30–34,Men,9001,云山市,,1,
    2016-06,cadres,ages,Ages,30–34,Women,9001,云山市,,0,
    2016-06,cadres,ages,Ages,35+,Men,9001,云山市,,0,
    2016-06,cadres,ages,Ages,35+,Women,9001,云山市,,0,

    """#
}
