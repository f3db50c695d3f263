/// How a page looks: on a screen, light or dark, wide or narrow, and on paper.
enum HTMLStyle {
  /// The style sheet; whoever changes it sets ``digest`` anew (a test tells what it is).
  static let text = screen + tables + paper

  /// The SHA-256 of ``text`` in base 64.
  static let digest = "Uz4vMC67T04Xj67w1gxLiC6+Y67IfMYUutuydpr6LoA="

  private static let screen = """

    :root{--ink:#1a1a1a;--soft:#4a4a4a;--paper:#fff;--band:#f1f3f5;--line:#8a8f94;--faint:#d5d9dd;--link:#0b4a8f;
    --mark:#a8071a;--sum:#fff4e5;--note:#1f2933;--note-ink:#fff;
    --song:"SimSun","宋体","Songti SC","STSong","Noto Serif CJK SC","Source Han Serif SC",serif;
    --fang:"FangSong","仿宋","FangSong_GB2312","仿宋_GB2312","STFangsong","Noto Serif CJK SC",serif;
    --kai:"KaiTi","楷体","KaiTi_GB2312","楷体_GB2312","STKaiti","Noto Serif CJK SC",serif;
    --hei:"SimHei","黑体","Heiti SC","STHeiti","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;
    --title:"FZXiaoBiaoSong-B05S","方正小标宋简体","STZhongsong","华文中宋","Noto Serif CJK SC","SimSun",serif}
    :root:lang(en){--song:Georgia,"Noto Serif",serif;--fang:Georgia,"Noto Serif",serif;--kai:var(--fang);
    --hei:Helvetica,Arial,"Noto Sans",sans-serif;--title:Georgia,"Noto Serif",serif}
    @media(prefers-color-scheme:dark){:root{--ink:#e8e8e8;--soft:#b9bec4;--paper:#15181b;--band:#20252a;--line:#7d858d;
    --faint:#3a4148;--link:#8cc2ff;--mark:#ff8f8f;--sum:#332a1c;--note:#f1f3f5;--note-ink:#14171a}}
    @media(prefers-contrast:more){:root{--soft:var(--ink);--line:var(--ink);--faint:var(--line)}}
    *{box-sizing:border-box}
    html{background:var(--paper);color:var(--ink);color-scheme:light dark;font:1.0625rem/1.8 var(--song);
    -webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;overflow-wrap:anywhere}
    main{max-width:62rem;margin:0 auto;padding:1.5rem 1rem 4rem;outline:0}
    header{border-bottom:2px solid var(--mark);margin-bottom:1.5rem;text-align:center}
    header p{color:var(--soft);font-size:.95rem;margin:.5rem 0 1rem;word-break:keep-all}
    h1{font:bold 1.75rem/1.4 var(--title);margin:.5rem 0;text-wrap:balance}
    h1:has(wbr){word-break:keep-all}
    h2{font:bold 1.25rem/1.6 var(--hei);margin:2.2rem 0 .8rem}
    h3{font:bold 1.08rem/1.6 var(--hei);margin:1.8rem 0 .6rem}
    footer{border-top:1px solid var(--line);margin-top:2rem;color:var(--soft)}
    p{margin:.6rem 0}
    main:lang(zh-Hans)>p,section:lang(zh-Hans)>p{text-indent:2em}
    ul{margin:.6rem 0;padding-left:1.6em}
    a{color:var(--link)}
    :focus-visible{outline:3px solid var(--link);outline-offset:1px}
    .skip{position:absolute;left:-999rem;top:0;background:var(--paper);padding:.5rem 1rem;z-index:30}
    .skip:focus{left:0}
    [id]{scroll-margin-top:1rem}
    nav{background:var(--band);border:1px solid var(--faint);border-radius:.3rem;padding:.4rem 1rem .7rem;margin:1.5rem 0}
    nav h2{font-size:1rem;margin:.2rem 0}
    nav ul{list-style:none;margin:0;padding:0;columns:16rem;font:.95rem/1.7 var(--hei)}
    nav ul ul{columns:auto;padding-left:1.2em;font-size:.85rem}
    nav a{text-decoration:none}
    nav a:hover,nav a:focus{text-decoration:underline}
    @media(max-width:40rem){nav ul ul{display:none}h1{font-size:1.25rem}}
    @media(min-width:82rem){main{margin-left:max(19rem,calc(50vw - 31rem))}
    nav{position:fixed;left:1rem;top:1rem;bottom:1rem;width:17rem;overflow:auto;margin:0}
    nav ul{columns:auto}}

    """

  private static let tables = """
    .box{position:relative;overflow-x:auto;margin:1rem 0 1.6rem;border-bottom:2px solid var(--ink)}
    table{border-collapse:separate;border-spacing:0;width:100%;font:.9rem/1.5 var(--hei);font-variant-numeric:tabular-nums}
    caption{text-align:left;padding:.3rem 0 .5rem;font-weight:bold}
    caption span{position:sticky;left:0;display:inline-block;max-width:min(100%,calc(100vw - 3rem))}
    th,td{padding:.3rem .55rem;text-align:right;border-bottom:1px solid var(--faint);vertical-align:top;
    unicode-bidi:isolate;max-width:26em;min-width:3.2em}
    thead th{border-top:2px solid var(--ink);border-bottom:1px solid var(--ink);vertical-align:bottom;background:var(--band);
    overflow-wrap:normal}
    .x,.k{text-align:left}
    .k{position:sticky;left:0;background:var(--paper);z-index:1;max-width:11em;min-width:4.5em}
    tbody .k{font-weight:normal}
    thead .k{background:var(--band)}
    .sum>*,.sum>.k{font-weight:bold;background:var(--sum)}
    tbody tr:hover>*{background:var(--band)}
    td:not(.x){white-space:nowrap}
    td.x{min-width:5.5em;text-wrap:balance}
    tr[hidden]{display:none}
    td[aria-describedby]{cursor:help}
    td[aria-describedby]:focus{outline-offset:-3px}
    [role=tooltip]{display:none;position:fixed;left:1rem;right:1rem;bottom:1rem;width:fit-content;max-width:min(30rem,calc(100vw - 2rem));
    margin:0 auto;padding:.6rem .9rem;border-radius:.3rem;background:var(--note);color:var(--note-ink);z-index:20;
    font:normal .85rem/1.55 var(--hei);text-align:left;white-space:pre-line;box-shadow:0 2px 12px #0006;max-height:60vh;overflow:auto}
    td:hover>[role=tooltip],td:focus>[role=tooltip]{display:block}
    td.off>[role=tooltip]{display:none}
    .at>[role=tooltip]{right:auto;bottom:auto;margin:0}
    th button{all:unset;cursor:pointer;font-weight:bold;box-sizing:border-box;overflow-wrap:normal}
    th button:focus-visible{outline:3px solid var(--link)}
    th button:hover{text-decoration:underline}
    th button::after{content:"\\2195";margin-left:.2em;color:var(--soft);font-weight:normal}
    [aria-sort=ascending] button::after{content:"\\2191";color:var(--ink)}
    [aria-sort=descending] button::after{content:"\\2193";color:var(--ink)}
    .tools{display:flex;flex-wrap:wrap;gap:.3rem .6rem;align-items:center;justify-content:flex-end;font:.85rem/1.5 var(--hei);
    color:var(--soft);margin:1.2rem 0 -.6rem}
    @media screen and (min-width:40rem){.tools{margin-bottom:-2.9rem;position:relative;z-index:2;pointer-events:none}.tools>*{pointer-events:auto}
    .tools+.box caption span{padding-right:22rem;max-width:100%}.tools+.box caption{padding-bottom:.8rem}}
    .tools input{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:.25rem;
    padding:.2rem .5rem;width:11rem}
    summary{cursor:pointer;font:bold .95rem/1.8 var(--hei)}
    @media(max-width:40rem){.box{margin-left:-.4rem;margin-right:-.4rem}th,td{padding:.3rem .4rem}
    .k{max-width:7em}}
    figure{margin:1.2rem 0;text-align:center}
    figure svg{max-width:100%;height:auto;background:#fff;border-radius:.3rem}
    figcaption{font:.85rem/1.6 var(--hei);color:var(--soft);text-align:left;max-width:560px;margin:0 auto}
    @media(forced-colors:active){.sum>*{border-bottom:2px solid}[role=tooltip]{border:2px solid}}

    """
}
