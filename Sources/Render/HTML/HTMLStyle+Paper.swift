extension HTMLStyle {
  /// On A4, as GB/T 9704 has it: margins 37, 26, 35 and 28 mm, text of size 三号 (16 pt) in 仿宋, 22 lines a page,
  /// headings in 黑体, those of parts in 楷体, the page's number at the outer edge.
  static let paper = """
    @page{size:A4;margin:37mm 26mm 35mm 28mm}
    @page:right{@bottom-right{content:"— " counter(page) " —";font:14pt "SimSun","宋体","Noto Serif CJK SC",serif;
    margin-right:14pt;vertical-align:top;padding-top:7mm}}
    @page:left{@bottom-left{content:"— " counter(page) " —";font:14pt "SimSun","宋体","Noto Serif CJK SC",serif;
    margin-left:14pt;vertical-align:top;padding-top:7mm}}
    @page turned{size:A4 landscape;margin:28mm 37mm 26mm 35mm}
    @media print{
    :root{--ink:#000;--soft:#000;--paper:#fff;--band:#fff;--line:#000;--faint:#999;--link:#000;--mark:#c00;--sum:#fff}
    html{font:16pt/29pt var(--fang);color-scheme:light}
    main{max-width:none;margin:0;padding:0}
    .skip,nav,.tools,th button::after,[role=tooltip]{display:none!important}
    header{border-bottom:1.5pt solid var(--mark);margin-bottom:14pt}
    header p{font:14pt/22pt var(--fang);text-align:center}
    h1{font:bold 22pt/32pt var(--title);margin:0 0 8pt}
    h2{font:normal 16pt/29pt var(--hei);margin:8pt 0 0;text-indent:2em;break-after:avoid}
    h3{font:normal 16pt/29pt var(--kai);margin:4pt 0 0;text-indent:2em;break-after:avoid}
    :is(h2,h3):lang(en){text-indent:0;font-weight:bold}
    footer{margin-top:14pt;border-top:.75pt solid #000;break-inside:avoid}
    footer p{font:14pt/24pt var(--fang)}
    p{margin:0;text-align:justify;orphans:2;widows:2}
    ul{margin:0;padding-left:2em}
    :lang(zh-Hans)>ul{list-style:none;padding:0}
    li:lang(zh-Hans){text-indent:2em;text-align:justify}
    a{text-decoration:none}
    .box{overflow:visible;margin:8pt 0 14pt;border-bottom:1pt solid #000}
    table{font:10.5pt/15pt var(--song)}
    caption{font:bold 12pt/18pt var(--hei);text-align:center;break-after:avoid;padding:0 0 4pt}
    caption span{position:static}
    th,td{padding:1.5pt 4pt;min-width:0;max-width:none;border-bottom:.5pt solid #999}
    thead th{border-top:1pt solid #000;border-bottom:.75pt solid #000}
    .k{position:static;max-width:none;min-width:4.4em}
    td.x{min-width:6em}
    th,td{background:none!important}
    .wide table{font-size:9pt;line-height:13pt}
    .wide :is(th,td){padding:1.2pt 2.5pt}
    .widest{page:turned}
    .widest table{font-size:8pt;line-height:12pt}
    .widest :is(th,td){padding:1pt 2pt}
    thead{display:table-header-group}
    th button{display:contents}
    .short,tr,figure,svg{break-inside:avoid}
    tr[hidden]{display:table-row}
    tbody tr:nth-child(-n+3){break-before:avoid}
    details>summary{display:none}
    details::details-content{content-visibility:visible;display:block;height:auto}
    figure{margin:8pt 0 14pt}
    figure svg{max-height:180mm;width:auto}
    figcaption{font:10.5pt/16pt var(--song);max-width:none}
    }

    """
}
