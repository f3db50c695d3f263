/// Two months in full.
extension Expected {
  static let diffZH = #"""
    # 2016年6月与2016年5月数据对比

    云山市活动办公室　对标整改工作进展情况

    县(区)动员会召开率83%，与上月（5月）持平；乡镇动员会召开率68%，比上月提高6个百分点，其中实际变化5个、新报送2个、停报-1个、名录调整-1个、数据更正1个。

    乡镇经费落实率33.3%，上月没有数据，不作比较。

    2016年5月的数据发布后有更正，这里按已发布的第1版比较，更正的部分单列为“数据更正”，现有的数注明“现为”。

    ## 一、总体情况

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

    - 乡镇动员会召开率提高最多的：清河提高20个百分点（40%→60%，实际变化+10个）、石桥提高5个百分点（50%→55%）、临江提高5个百分点（50%→55%，实际没有变化）。
    - 乡镇动员会召开率降低最多的：东山降低5个百分点（55%→50%，实际变化-4个）。
    - 分母不足5个、一个单位就会引起大幅升降的，不列入以上比较：开发区。

    以下数据通常不会减少，本月却比上月少。这里只计两个月都有数据的单位，不含名录调整、新报送、停报和数据更正的影响；可能是工作确有变化，也可能是漏报、错报，请有关单位核实：

    - 县(区)动员会召开率：东山由“是”变为“否”。
    - 乡镇动员会召开率：东山降低4个百分点。
    - 委员：云山市减少6人。

    ## 二、动员会召开率

    **表2　县(区)动员会召开率**

    | 县(区) | 5月（发布时） | 5月（现为） | 6月 | 增减(百分点) | 数据更正 | 名录调整 | 新报送 | 停报 | 实际变化 |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **83%** |  | **83%** | **0** | **0** | **0** | **0** | **0** | **0** |
    | 清河 | 是 |  | 是 |  |  |  |  |  |  |
    | 石桥 | 是 |  | 是 |  |  |  |  |  |  |
    | 东山 | 是 |  | 否 | 是→否 |  |  |  |  | 是→否 |
    | 临江 | 是 |  | 是 |  |  |  |  |  |  |
    | 北沟 | 是 |  | 是 |  |  |  |  |  |  |
    | 开发区 | 是 |  | 是 |  |  |  |  |  |  |

    **表3　乡镇动员会召开率**

    | 县(区) | 5月（发布时） | 5月（现为） | 6月 | 增减(百分点) | 数据更正 | 名录调整 | 新报送 | 停报 | 实际变化 | 名次变化 |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **62%** | **63%** | **68%** | **+6** | **+1** | **-1** | **+2** | **-1** | **+5** |  |
    | 清河 | 40% |  | 60% | +20 | 0 | 0 | +10 | 0 | +10 | ↑3 |
    | 石桥 | 50% |  | 55% | +5 | 0 | 0 | 0 | 0 | +5 | — |
    | 东山 | 55% |  | 50% | -5 | 0 | -1 | 0 | 0 | -4 | ↓3 |
    | 临江 | 50% |  | 55% | +5 | 0 | 0 | +5 | 0 | 0 | — |
    | 北沟 | 30% |  | 未报 | — | — | — | — | — | — |  |
    | 开发区 | 25% |  | 75% | +50 | 0 | 0 | 0 | 0 | +50 |  |

    ## 三、经费落实率

    **表4　乡镇经费落实率**

    | 县(区) | 5月（发布时） | 5月（现为） | 6月 | 增减(百分点) | 数据更正 | 名录调整 | 新报送 | 停报 | 实际变化 |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **—** |  | **33.3%** | **—** | **—** | **—** | **—** | **—** | **—** |

    ## 四、委员

    **表5　委员**

    | 县(区) | 5月（发布时） | 5月（现为） | 6月 | 增减(人) | 数据更正 | 名录调整 | 新报送 | 停报 | 实际变化 |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **100** |  | **96** | **-4** | **0** | **0** | **+2** | **0** | **-6** |

    ## 五、工作经费

    **表6　工作经费**

    | 县(区) | 5月（发布时） | 5月（现为） | 6月 | 增减(万元) | 数据更正 | 名录调整 | 新报送 | 停报 | 实际变化 |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **10.50** |  | **12.25** | **+1.75** | **0.00** | **0.00** | **+0.50** | **0.00** | **+1.25** |

    ## 六、委员来源

    **表7　委员来源·机关干部**

    | 县(区) | 5月（发布时） | 5月（现为） | 6月 | 增减(百分点) | 数据更正 | 名录调整 | 新报送 | 停报 | 实际变化 |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **53.0%** |  | **53.1%** | **+0.1** | **0.0** | **-0.2** | **0.0** | **0.0** | **+0.3** |

    **表8　委员来源·教师**

    | 县(区) | 5月（发布时） | 5月（现为） | 6月 | 增减(百分点) | 数据更正 | 名录调整 | 新报送 | 停报 | 实际变化 |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **20.0%** |  | **未报** | **—** | **—** | **—** | **—** | **—** | **—** |

    ## 七、名录变动

    - 新设县(区)1个：开发区。
    - 撤销乡镇1个：三家乡。
    - 更名乡镇1个：柳林乡→柳林镇。
    - 代码变更县(区)1个：东山（900103→900133）。
    - 合并乡镇2个：南坡乡并入柳林镇、北坡乡并入柳林镇。
    - 划转乡镇1个：七星乡（石桥→清河）。
    - 层级或分组调整县(区)1个：北沟（乡镇→县(区)、无→涉农）。

    **表9　名录变动**

    | 变动 | 原代码 | 原名称 | 原层级 | 现代码 | 现名称 | 现层级 | 说明 |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | 更名 | 900101001 | 柳林乡 | 乡镇 | 900101001 | 柳林镇 | 乡镇 |  |
    | 合并 | 900101002 | 南坡乡 | 乡镇 | 900101001 | 柳林镇 | 乡镇 |  |
    | 合并 | 900101003 | 北坡乡 | 乡镇 | 900101001 | 柳林镇 | 乡镇 |  |
    | 划转 | 900102001 | 七星乡 | 乡镇 | 900102001 | 七星乡 | 乡镇 | 石桥→清河 |
    | 代码变更 | 900103 | 东山 | 县(区) | 900133 | 东山 | 县(区) |  |
    | 撤销 | 900104001 | 三家乡 | 乡镇 |  |  |  |  |
    | 层级或分组调整 | 900105 | 北沟 | 乡镇 | 900105 | 北沟 | 县(区) | 乡镇→县(区)、无→涉农 |
    | 新设 |  |  |  | 900106 | 开发区 | 县(区) |  |

    """#

  static let diffEN = #"""
    # June 2016 compared with May 2016

    Campaign Office. Progress of the campaign

    Kick-off rate, county: 83%, as in the month before (May 2016); Kick-off rate, township: 68%, up 6 percentage points from the month before (real change +5, new returns +2, returns ceased -1, registry -1, restated +1).

    Fund rate, township: 33.3%, not compared: there is no data for the month before.

    May 2016 has been corrected since. It is compared as published in edition 1; what was corrected is told as "restated", and the value known now stands beside it.

    ## 1. Overview

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

    - Kick-off rate, township, largest rises: 清河 up 20 percentage points (40%→60%, real change 10), 石桥 up 5 percentage points (50%→55%), 临江 up 5 percentage points (50%→55%, no real change).
    - Kick-off rate, township, largest falls: 东山 down 5 percentage points (55%→50%, real change -4).
    - Not compared, because the share is of fewer than 5 units: 开发区.

    These figures do not usually fall, and are lower than in the month before. Only units with data for both months are compared. There may be a good reason, or a mistake in a return; please ask:

    - Kick-off rate, county: 东山 from yes to no.
    - Kick-off rate, township: 东山 down 4 percentage points.
    - Members: 云山市 down 6.

    ## 2. Kick-off rate

    **Table 2. Kick-off rate, county**

    | county | May 2016, as published | May 2016, as known now | June 2016 | Change (percentage points) | Restated | Registry | New returns | Returns ceased | Real change |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **83%** |  | **83%** | **0** | **0** | **0** | **0** | **0** | **0** |
    | 清河 | yes |  | yes |  |  |  |  |  |  |
    | 石桥 | yes |  | yes |  |  |  |  |  |  |
    | 东山 | yes |  | no | yes→no |  |  |  |  | yes→no |
    | 临江 | yes |  | yes |  |  |  |  |  |  |
    | 北沟 | yes |  | yes |  |  |  |  |  |  |
    | 开发区 | yes |  | yes |  |  |  |  |  |  |

    **Table 3. Kick-off rate, township**

    | county | May 2016, as published | May 2016, as known now | June 2016 | Change (percentage points) | Restated | Registry | New returns | Returns ceased | Real change | Rank change |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **62%** | **63%** | **68%** | **+6** | **+1** | **-1** | **+2** | **-1** | **+5** |  |
    | 清河 | 40% |  | 60% | +20 | 0 | 0 | +10 | 0 | +10 | ↑3 |
    | 石桥 | 50% |  | 55% | +5 | 0 | 0 | 0 | 0 | +5 | — |
    | 东山 | 55% |  | 50% | -5 | 0 | -1 | 0 | 0 | -4 | ↓3 |
    | 临江 | 50% |  | 55% | +5 | 0 | 0 | +5 | 0 | 0 | — |
    | 北沟 | 30% |  | no return | — | — | — | — | — | — |  |
    | 开发区 | 25% |  | 75% | +50 | 0 | 0 | 0 | 0 | +50 |  |

    ## 3. Fund rate

    **Table 4. Fund rate, township**

    | county | May 2016, as published | May 2016, as known now | June 2016 | Change (percentage points) | Restated | Registry | New returns | Returns ceased | Real change |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **—** |  | **33.3%** | **—** | **—** | **—** | **—** | **—** | **—** |

    ## 4. Members

    **Table 5. Members**

    | county | May 2016, as published | May 2016, as known now | June 2016 | Change | Restated | Registry | New returns | Returns ceased | Real change |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **100** |  | **96** | **-4** | **0** | **0** | **+2** | **0** | **-6** |

    ## 5. Fund

    **Table 6. Fund**

    | county | May 2016, as published | May 2016, as known now | June 2016 | Change (yuan) | Restated | Registry | New returns | Returns ceased | Real change |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **10.50** |  | **12.25** | **+1.75** | **0.00** | **0.00** | **+0.50** | **0.00** | **+1.25** |

    ## 6. Origin

    **Table 7. Origin: Officials**

    | county | May 2016, as published | May 2016, as known now | June 2016 | Change (percentage points) | Restated | Registry | New returns | Returns ceased | Real change |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **53.0%** |  | **53.1%** | **+0.1** | **0.0** | **-0.2** | **0.0** | **0.0** | **+0.3** |

    **Table 8. Origin: Teachers**

    | county | May 2016, as published | May 2016, as known now | June 2016 | Change (percentage points) | Restated | Registry | New returns | Returns ceased | Real change |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | **云山市** | **20.0%** |  | **no return** | **—** | **—** | **—** | **—** | **—** | **—** |

    ## 7. Registry

    - New (county 1): 开发区.
    - Gone (township 1): 三家乡.
    - Renamed (township 1): 柳林乡→柳林镇.
    - New code (county 1): 东山 (900103→900133).
    - Merged (township 2): 南坡乡 into 柳林镇, 北坡乡 into 柳林镇.
    - Moved (township 1): 七星乡 (石桥→清河).
    - Level or groups changed (county 1): 北沟 (township→county, none→涉农).

    **Table 9. Changes of the registry**

    | Change | Code before | Name before | Level before | Code | Name | Level | What differs |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | Renamed | 900101001 | 柳林乡 | township | 900101001 | 柳林镇 | township |  |
    | Merged | 900101002 | 南坡乡 | township | 900101001 | 柳林镇 | township |  |
    | Merged | 900101003 | 北坡乡 | township | 900101001 | 柳林镇 | township |  |
    | Moved | 900102001 | 七星乡 | township | 900102001 | 七星乡 | township | 石桥→清河 |
    | New code | 900103 | 东山 | county | 900133 | 东山 | county |  |
    | Gone | 900104001 | 三家乡 | township |  |  |  |  |
    | Level or groups changed | 900105 | 北沟 | township | 900105 | 北沟 | county | township→county, none→涉农 |
    | New |  |  |  | 900106 | 开发区 | county |  |

    """#
}
