/// Tables as CSV.
extension Expected {
  static let diffTableZH = #"""
    期间,对比期间,单位代码,单位名称,层级,指标,指标名称,类别,统计层级,计量单位,增减单位,数值·上期发布,数值·上期现为,数值·本期,数值·增减,数值·数据更正,数值·名录调整,数值·新报送,数值·停报,数值·实际变化,分子·上期发布,分子·上期现为,分子·本期,分子·增减,分子·数据更正,分子·名录调整,分子·新报送,分子·停报,分子·实际变化,分母·上期发布,分母·上期现为,分母·本期,分母·增减,分母·数据更正,分母·名录调整,分母·新报送,分母·停报,分母·实际变化,上期名次,本期名次,名次变化
    2016-06,2016-05,9001,云山市,city,kickoff_rate,动员会召开率,,county,%,百分点,83,83,83,0,0,0,0,0,0,5,5,5,0,0,0,0,0,0,6,6,6,0,0,0,0,0,0,,,
    2016-06,2016-05,9001,云山市,city,kickoff_rate,动员会召开率,,township,%,百分点,62,63,68,6,1,-1,2,-1,5,62,63,69,7,1,1,2,-2,5,100,100,102,2,0,2,0,0,0,,,
    2016-06,2016-05,9001,云山市,city,fund_rate,经费落实率,,township,%,百分点,,,33.3,,,,,,,,,34,,,,,,,,,102,,,,,,,,,
    2016-06,2016-05,9001,云山市,city,members,委员,,,人,人,100,100,96,-4,0,0,2,0,-6,100,100,96,-4,0,0,2,0,-6,,,,,,,,,,,,
    2016-06,2016-05,9001,云山市,city,fund,工作经费,,,万元,万元,10.50,10.50,12.25,1.75,0.00,0.00,0.50,0.00,1.25,10.50,10.50,12.25,1.75,0.00,0.00,0.50,0.00,1.25,,,,,,,,,,,,
    2016-06,2016-05,9001,云山市,city,origin,委员来源,officials,,%,百分点,53.0,53.0,53.1,0.1,0.0,-0.2,0.0,0.0,0.3,53,53,51,1,0,-2,0,0,3,100,100,96,,,,,,,,,
    2016-06,2016-05,9001,云山市,city,origin,委员来源,teachers,,%,百分点,20.0,20.0,,,,,,,,20,20,,,,,,,,100,100,96,,,,,,,,,
    2016-06,2016-05,900101,清河,county,kickoff_rate,动员会召开率,,county,%,百分点,100,100,100,0,0,0,0,0,0,1,1,1,0,0,0,0,0,0,1,1,1,,,,,,,,,
    2016-06,2016-05,900101,清河,county,kickoff_rate,动员会召开率,,township,%,百分点,40,40,60,20,0,0,10,0,10,8,8,12,20,0,0,10,0,10,20,20,20,,,,,,,4,1,3
    2016-06,2016-05,900102,石桥,county,kickoff_rate,动员会召开率,,county,%,百分点,100,100,100,0,0,0,0,0,0,1,1,1,0,0,0,0,0,0,1,1,1,,,,,,,,,
    2016-06,2016-05,900102,石桥,county,kickoff_rate,动员会召开率,,township,%,百分点,50,50,55,5,0,0,0,0,5,10,10,11,5,0,0,0,0,5,20,20,20,,,,,,,2,2,0
    2016-06,2016-05,900103,东山,county,kickoff_rate,动员会召开率,,county,%,百分点,100,100,0,-100,0,0,0,0,-100,1,1,0,-1,0,0,0,0,-1,1,1,1,,,,,,,,,
    2016-06,2016-05,900103,东山,county,kickoff_rate,动员会召开率,,township,%,百分点,55,55,50,-5,0,-1,0,0,-4,11,11,11,-5,0,-1,0,0,-4,20,20,22,,,,,,,1,4,-3
    2016-06,2016-05,900104,临江,county,kickoff_rate,动员会召开率,,county,%,百分点,100,100,100,0,0,0,0,0,0,1,1,1,0,0,0,0,0,0,1,1,1,,,,,,,,,
    2016-06,2016-05,900104,临江,county,kickoff_rate,动员会召开率,,township,%,百分点,50,50,55,5,0,0,5,0,0,10,10,11,5,0,0,5,0,0,20,20,20,,,,,,,2,2,0
    2016-06,2016-05,900105,北沟,county,kickoff_rate,动员会召开率,,county,%,百分点,100,100,100,0,0,0,0,0,0,1,1,1,0,0,0,0,0,0,1,1,1,,,,,,,,,
    2016-06,2016-05,900105,北沟,county,kickoff_rate,动员会召开率,,township,%,百分点,30,30,,,,,,,,6,6,,,,,,,,20,20,20,,,,,,,5,,
    2016-06,2016-05,900106,开发区,county,kickoff_rate,动员会召开率,,county,%,百分点,100,100,100,0,0,0,0,0,0,1,1,1,0,0,0,0,0,0,1,1,1,,,,,,,,,
    2016-06,2016-05,900106,开发区,county,kickoff_rate,动员会召开率,,township,%,百分点,25,25,75,50,0,0,0,0,50,1,1,3,50,0,0,0,0,50,4,4,4,,,,,,,,5,

    """#

  static let diffTableEN = #"""
    period,previous_period,unit_code,unit_name,level,indicator,label,category,counted_level,measure,change_measure,published,previous,current,change,change_restated,change_registry,change_started,change_stopped,change_real,numerator_published,numerator_previous,numerator_current,numerator_change,numerator_change_restated,numerator_change_registry,numerator_change_started,numerator_change_stopped,numerator_change_real,denominator_published,denominator_previous,denominator_current,denominator_change,denominator_change_restated,denominator_change_registry,denominator_change_started,denominator_change_stopped,denominator_change_real,previous_rank,rank,rank_change
    2016-06,2016-05,9001,云山市,city,kickoff_rate,Kick-off rate,,county,%,percentage points,83,83,83,0,0,0,0,0,0,5,5,5,0,0,0,0,0,0,6,6,6,0,0,0,0,0,0,,,
    2016-06,2016-05,9001,云山市,city,kickoff_rate,Kick-off rate,,township,%,percentage points,62,63,68,6,1,-1,2,-1,5,62,63,69,7,1,1,2,-2,5,100,100,102,2,0,2,0,0,0,,,
    2016-06,2016-05,9001,云山市,city,fund_rate,Fund rate,,township,%,percentage points,,,33.3,,,,,,,,,34,,,,,,,,,102,,,,,,,,,
    2016-06,2016-05,9001,云山市,city,members,Members,,,,,100,100,96,-4,0,0,2,0,-6,100,100,96,-4,0,0,2,0,-6,,,,,,,,,,,,
    2016-06,2016-05,9001,云山市,city,fund,Fund,,,yuan,yuan,10.50,10.50,12.25,1.75,0.00,0.00,0.50,0.00,1.25,10.50,10.50,12.25,1.75,0.00,0.00,0.50,0.00,1.25,,,,,,,,,,,,
    2016-06,2016-05,9001,云山市,city,origin,Origin,officials,,%,percentage points,53.0,53.0,53.1,0.1,0.0,-0.2,0.0,0.0,0.3,53,53,51,1,0,-2,0,0,3,100,100,96,,,,,,,,,
    2016-06,2016-05,9001,云山市,city,origin,Origin,teachers,,%,percentage points,20.0,20.0,,,,,,,,20,20,,,,,,,,100,100,96,,,,,,,,,
    2016-06,2016-05,900101,清河,county,kickoff_rate,Kick-off rate,,county,%,percentage points,100,100,100,0,0,0,0,0,0,1,1,1,0,0,0,0,0,0,1,1,1,,,,,,,,,
    2016-06,2016-05,900101,清河,county,kickoff_rate,Kick-off rate,,township,%,percentage points,40,40,60,20,0,0,10,0,10,8,8,12,20,0,0,10,0,10,20,20,20,,,,,,,4,1,3
    2016-06,2016-05,900102,石桥,county,kickoff_rate,Kick-off rate,,county,%,percentage points,100,100,100,0,0,0,0,0,0,1,1,1,0,0,0,0,0,0,1,1,1,,,,,,,,,
    2016-06,2016-05,900102,石桥,county,kickoff_rate,Kick-off rate,,township,%,percentage points,50,50,55,5,0,0,0,0,5,10,10,11,5,0,0,0,0,5,20,20,20,,,,,,,2,2,0
    2016-06,2016-05,900103,东山,county,kickoff_rate,Kick-off rate,,county,%,percentage points,100,100,0,-100,0,0,0,0,-100,1,1,0,-1,0,0,0,0,-1,1,1,1,,,,,,,,,
    2016-06,2016-05,900103,东山,county,kickoff_rate,Kick-off rate,,township,%,percentage points,55,55,50,-5,0,-1,0,0,-4,11,11,11,-5,0,-1,0,0,-4,20,20,22,,,,,,,1,4,-3
    2016-06,2016-05,900104,临江,county,kickoff_rate,Kick-off rate,,county,%,percentage points,100,100,100,0,0,0,0,0,0,1,1,1,0,0,0,0,0,0,1,1,1,,,,,,,,,
    2016-06,2016-05,900104,临江,county,kickoff_rate,Kick-off rate,,township,%,percentage points,50,50,55,5,0,0,5,0,0,10,10,11,5,0,0,5,0,0,20,20,20,,,,,,,2,2,0
    2016-06,2016-05,900105,北沟,county,kickoff_rate,Kick-off rate,,county,%,percentage points,100,100,100,0,0,0,0,0,0,1,1,1,0,0,0,0,0,0,1,1,1,,,,,,,,,
    2016-06,2016-05,900105,北沟,county,kickoff_rate,Kick-off rate,,township,%,percentage points,30,30,,,,,,,,6,6,,,,,,,,20,20,20,,,,,,,5,,
    2016-06,2016-05,900106,开发区,county,kickoff_rate,Kick-off rate,,county,%,percentage points,100,100,100,0,0,0,0,0,0,1,1,1,0,0,0,0,0,0,1,1,1,,,,,,,,,
    2016-06,2016-05,900106,开发区,county,kickoff_rate,Kick-off rate,,township,%,percentage points,25,25,75,50,0,0,0,0,50,1,1,3,50,0,0,0,0,50,4,4,4,,,,,,,,5,

    """#

  static let unitsZH = #"""
    变动,原代码,原名称,原层级,现代码,现名称,现层级,原上级或分组,现上级或分组
    更名,900101001,柳林乡,township,900101001,柳林镇,township,,
    合并,900101002,南坡乡,township,900101001,柳林镇,township,,
    合并,900101003,北坡乡,township,900101001,柳林镇,township,,
    划转,900102001,七星乡,township,900102001,七星乡,township,石桥,清河
    代码变更,900103,东山,county,900133,东山,county,,
    撤销,900104001,三家乡,township,,,,,
    层级或分组调整,900105,北沟,township,900105,北沟,county,,涉农
    新设,,,,900106,开发区,county,,

    """#

  static let unitsEN = #"""
    kind,code_before,name_before,level_before,code_after,name_after,level_after,detail_before,detail_after
    renamed,900101001,柳林乡,township,900101001,柳林镇,township,,
    merged,900101002,南坡乡,township,900101001,柳林镇,township,,
    merged,900101003,北坡乡,township,900101001,柳林镇,township,,
    moved,900102001,七星乡,township,900102001,七星乡,township,石桥,清河
    recoded,900103,东山,county,900133,东山,county,,
    gone,900104001,三家乡,township,,,,,
    regrouped,900105,北沟,township,900105,北沟,county,,涉农
    new,,,,900106,开发区,county,,

    """#

  static let errataTableZH = #"""
    期间,版次,单位代码,单位名称,指标,指标名称,类别,统计层级,计量单位,原发布·数值,原发布·分子,原发布·分母,原发布·已报,原发布·应报,现为·数值,现为·分子,现为·分母,现为·已报,现为·应报,原因,报送件,收到时间,涉及单位数,涉及单位,分子增减,分母增减,说明
    2016-06,1,9001,云山市,kickoff_rate,动员会召开率,,township,%,84,27,32,10,10,93,28,30,10,10,补报,900101/补报|<b>.csv,2016-07-12 08:30,3,900101;900102,2,0,补报：“900101/补报|<b>.csv”，2016年7月12日 08:30收到，涉及3个单位：清河、石桥等
    2016-06,1,9001,云山市,kickoff_rate,动员会召开率,,township,%,84,27,32,10,10,93,28,30,10,10,原报送不再采用,900103/`x`.csv,,1,900199,-1,0,原报送不再采用：“900103/`x`.csv”，涉及1个单位：900199
    2016-06,1,9001,云山市,kickoff_rate,动员会召开率,,township,%,84,27,32,10,10,93,28,30,10,10,名录更正,,,1,,0,-2,名录更正：涉及1个单位
    2016-06,1,9001,云山市,kickoff_rate,动员会召开率,,township,%,84,27,32,10,10,93,28,30,10,10,报表或指标定义更改,,,0,,0,0,报表或指标定义更改
    2016-06,1,9001,云山市,fund,工作经费,,,万元,13.50,13.50,,10,10,12.25,12.25,,10,10,更正报送,"'=HYPERLINK(""http://x"").xlsx",2016-07-13 18:00,1,900101,-1.25,,"更正报送：“=HYPERLINK(""http://x"").xlsx”，2016年7月13日 18:00收到，涉及1个单位：清河"
    2016-06,1,9001,云山市,origin,委员来源,officials,,%,50.0,29,58,10,10,50.0,30,60,10,10,补报,900101/补报|<b>.csv,2016-07-12 08:30,3,900101;900102,2,0,补报：“900101/补报|<b>.csv”，2016年7月12日 08:30收到，涉及3个单位：清河、石桥等
    2016-06,1,900101,清河,kickoff_rate,动员会召开率,,county,%,,,1,0,10,100,1,1,10,10,补报,900101/补报|<b>.csv,2016-07-12 08:30,3,900101;900102,2,0,补报：“900101/补报|<b>.csv”，2016年7月12日 08:30收到，涉及3个单位：清河、石桥等
    2016-06,1,900101,清河,members,委员,,,人,60,60,,8,10,60,60,,10,10,补报,900101/补报|<b>.csv,2016-07-12 08:30,3,900101;900102,2,,补报：“900101/补报|<b>.csv”，2016年7月12日 08:30收到，涉及3个单位：清河、石桥等
    2016-06,1,900199,,members,委员,,,人,7,7,,10,10,,,,,,,,,,,,,

    """#

  static let errataTableEN = #"""
    period,publication,unit_code,unit_name,indicator,label,category,counted_level,measure,published_value,published_numerator,published_denominator,published_received,published_expected,now_value,now_numerator,now_denominator,now_received,now_expected,cause,file,received_at,units,unit_codes,numerator_change,denominator_change,explanation
    2016-06,1,9001,云山市,kickoff_rate,Kick-off rate,,township,%,84,27,32,10,10,93,28,30,10,10,late,900101/补报|<b>.csv,2016-07-12 08:30,3,900101;900102,2,0,"late return: ""900101/补报|<b>.csv"", received 2016-07-12 08:30, 3 units: 清河, 石桥 and others"
    2016-06,1,9001,云山市,kickoff_rate,Kick-off rate,,township,%,84,27,32,10,10,93,28,30,10,10,lost,900103/`x`.csv,,1,900199,-1,0,"return no longer used: ""900103/`x`.csv"", 1 unit: 900199"
    2016-06,1,9001,云山市,kickoff_rate,Kick-off rate,,township,%,84,27,32,10,10,93,28,30,10,10,registry,,,1,,0,-2,registry corrected: 1 unit
    2016-06,1,9001,云山市,kickoff_rate,Kick-off rate,,township,%,84,27,32,10,10,93,28,30,10,10,campaign,,,0,,0,0,campaign or form changed
    2016-06,1,9001,云山市,fund,Fund,,,yuan,13.50,13.50,,10,10,12.25,12.25,,10,10,corrected,"'=HYPERLINK(""http://x"").xlsx",2016-07-13 18:00,1,900101,-1.25,,"corrected return: ""=HYPERLINK(""http://x"").xlsx"", received 2016-07-13 18:00, 1 unit: 清河"
    2016-06,1,9001,云山市,origin,Origin,officials,,%,50.0,29,58,10,10,50.0,30,60,10,10,late,900101/补报|<b>.csv,2016-07-12 08:30,3,900101;900102,2,0,"late return: ""900101/补报|<b>.csv"", received 2016-07-12 08:30, 3 units: 清河, 石桥 and others"
    2016-06,1,900101,清河,kickoff_rate,Kick-off rate,,county,%,,,1,0,10,100,1,1,10,10,late,900101/补报|<b>.csv,2016-07-12 08:30,3,900101;900102,2,0,"late return: ""900101/补报|<b>.csv"", received 2016-07-12 08:30, 3 units: 清河, 石桥 and others"
    2016-06,1,900101,清河,members,Members,,,,60,60,,8,10,60,60,,10,10,late,900101/补报|<b>.csv,2016-07-12 08:30,3,900101;900102,2,,"late return: ""900101/补报|<b>.csv"", received 2016-07-12 08:30, 3 units: 清河, 石桥 and others"
    2016-06,1,900199,,members,Members,,,,7,7,,10,10,,,,,,,,,,,,,

    """#

  static let figures = #"""
    period,unit_code,unit_name,level,indicator,label,category,counted_level,value,measure,numerator,denominator,received,expected,lower,upper,vintage,status
    2016-06,9001,云山市,city,kickoff_rate,Kick-off rate,,county,83,%,5,6,10,10,,,published,A
    2016-06,9001,云山市,city,kickoff_rate,Kick-off rate,,township,93,%,28,30,10,10,,,revised,A
    2016-06,9001,云山市,city,fund_rate,Fund rate,,township,96.7,%,29,30,10,10,,,published,A
    2016-06,9001,云山市,city,members,Members,,,60,,60,,10,10,,,published,A
    2016-06,9001,云山市,city,fund,Fund,,,12.25,yuan,12.25,,10,10,,,revised,A
    2016-06,9001,云山市,city,origin,Origin,officials,,50.0,%,30,60,10,10,,,revised,A
    2016-06,9001,云山市,city,origin,Origin,teachers,,50.0,%,30,60,10,10,,,published,A
    2016-06,900101,清河,county,kickoff_rate,Kick-off rate,,county,100,%,1,1,10,10,,,revised,A
    2016-06,900101,清河,county,kickoff_rate,Kick-off rate,,township,60,%,3,5,10,10,,,published,A
    2016-06,900101,清河,county,fund_rate,Fund rate,,township,80.0,%,4,5,10,10,,,published,A
    2016-06,900101,清河,county,members,Members,,,60,,60,,10,10,,,revised,A
    2016-06,900101,清河,county,fund,Fund,,,12.25,yuan,12.25,,10,10,,,published,A
    2016-06,900101,清河,county,origin,Origin,officials,,50.0,%,30,60,10,10,,,published,A
    2016-06,900101,清河,county,origin,Origin,teachers,,50.0,%,30,60,10,10,,,published,A

    """#
}
