/// The files of a new campaign, in two languages: one county, its three townships, one month.
enum NewCampaignFiles {
  static let chinese: [(name: String, text: String)] = [
    (
      "campaign.yaml",
      """
      # 活动的总配置。改完后运行 yuebao config 查看程序如何理解。
      name: 示范活动
      title: “示范活动”进展情况
      organisation: 某某县活动办公室
      # contact: 某某县活动办公室，电话……   （写在通报和反馈单末尾）
      language: zh
      due_day: 5                 # 次月5日前报送
      levels:
        - {id: county, label: 县(市、区)}
        - {id: township, label: 乡镇}
      groups: [涉农]
      forms: [monthly]
      indicators:
        - {id: kickoff_rate, label: 动员会召开率, phrase: 召开了动员会, count: kickoff, of: 涉农, levels: [township], decimals: 0}
        - {id: orgs_new, label: 新建团组织, sum: orgs_new, measure: 个}
        - {id: fund, label: 工作经费, sum: fund, measure: 万元}

      """
    ),
    (
      "forms/monthly.yaml",
      """
      # 一张报表一个文件。label 与 aliases 是表头可能的写法。
      id: monthly
      title: 月报表
      filled_by: [township]
      group: 涉农
      items:
        - {id: kickoff, label: 动员会, aliases: [是否召开动员会], type: flag, over_time: latest}
        - {id: orgs_new, label: 新建团组织数, type: count, over_time: sum}
        - {id: fund, label: 工作经费, type: amount, decimals: 2, measure: 万元, over_time: max}

      """
    ),
    (
      "registry.csv",
      """
      代码,名称,层级,上级,分组,启用,停用,并入
      110101,某某县,county,,涉农,2016-01,,
      110101001,城关镇,township,110101,涉农,2016-01,,
      110101002,河东乡,township,110101,涉农,2016-01,,
      110101003,河西乡,township,110101,涉农,2016-01,,

      """
    ),
    (
      "inbox/2016-06/110101/某某县.csv",
      """
      单位代码,单位名称,月份,动员会,新建团组织数,工作经费
      110101001,城关镇,2016-06,是,3,2.5
      110101002,河东乡,2016-06,否,0,—

      """
    ),
    ("inbox/2016-06/received.csv", "文件,收到时间\n110101/某某县.csv,2016-07-04 09:30\n"),
  ]

  static let english: [(name: String, text: String)] = [
    (
      "campaign.yaml",
      """
      # The campaign. After a change, `yuebao config` prints what the program understood.
      name: Example campaign
      title: Progress of the example campaign
      organisation: County office
      # contact: County office, telephone …   (at the foot of the bulletin and of feedback)
      language: en
      due_day: 5                 # of the following month
      levels:
        - {id: county, label: county}
        - {id: township, label: township}
      groups: [rural]
      forms: [monthly]
      indicators:
        - {id: kickoff_rate, label: Kick-off meeting held, count: kickoff, of: rural, levels: [township], decimals: 0}
        - {id: orgs_new, label: New organisations, sum: orgs_new}
        - {id: fund, label: Work fund, sum: fund, measure: yuan}

      """
    ),
    (
      "forms/monthly.yaml",
      """
      # One form a file. Label and aliases are the headings by which a column is known.
      id: monthly
      title: Monthly return
      filled_by: [township]
      group: rural
      items:
        - {id: kickoff, label: Kick-off, aliases: [Kick-off meeting held], type: flag, over_time: latest}
        - {id: orgs_new, label: New organisations, type: count, over_time: sum}
        - {id: fund, label: Work fund, type: amount, decimals: 2, measure: yuan, over_time: max}

      """
    ),
    (
      "registry.csv",
      """
      code,name,level,parent,groups,from,to,successor
      C1,Hill County,county,,rural,2016-01,,
      C1-01,Bridge,township,C1,rural,2016-01,,
      C1-02,Eastbank,township,C1,rural,2016-01,,
      C1-03,Westbank,township,C1,rural,2016-01,,

      """
    ),
    (
      "inbox/2016-06/C1/hill-county.csv",
      """
      code,name,month,Kick-off,New organisations,Work fund
      C1-01,Bridge,2016-06,yes,3,25000
      C1-02,Eastbank,2016-06,no,0,—

      """
    ),
    ("inbox/2016-06/received.csv", "file,received_at\nC1/hill-county.csv,2016-07-04 09:30\n"),
  ]
}
