//! A small issue about true things, with passages that are alike, as newspapers have them.

/// Page, headline and paragraphs of each article.
pub(super) const ARTICLES: [(&str, &str, &[&str]); 7] = [
    (
        "01",
        "活字印刷的来历",
        &[
            "　　北宋庆历年间，布衣毕昇用胶泥刻字，一字一印，用火烧令坚硬，是为活字。排版时在铁板上敷松脂、蜡和纸灰，把字印密密排满一框，放在火上烤，再用一块平板压平，字就固定了。",
            "　　沈括在《梦溪笔谈》里记下了这个法子：若止印三二本，未为简易；若印数十百千本，则极为神速。常作二铁板，一板印刷，一板已自布字，此印者才毕，则第二板已具。",
            "　　每一个字都有几个印，常用的“之”“也”等字，每字有二十多个印，以备一板之内有重复的字。不用的时候就用纸条按韵分类，贮在木格里。遇到没有备下的生僻字，随时刻成，用草火烧，片刻就好。",
            "　　毕昇死后，他的字印为沈括的侄辈所得，珍藏下来。这是世界上关于活字印刷最早的记载，比欧洲的铅活字早了约四百年。",
        ],
    ),
    (
        "01",
        "王祯的木活字和转轮排字盘",
        &[
            "　　元代的王祯做旌德县尹时，请工匠刻制木活字三万多个，用了两年才完成。一二九八年，他用这副活字试印《旌德县志》，不到一个月就印成了一百部。",
            "　　木活字多，找字费时。王祯设计了转轮排字盘：两个直径约七尺的大轮盘，轮上分格贮字，一人坐在两轮之间，左右推转，以字就人，不再以人寻字。",
            "　　他把这一套办法写成《造活字印书法》，附在《农书》之后，讲了写韵刻字、锼字修字、作盔嵌字、造轮、取字、作盔安字刷印等步骤。",
            "　　本版图片由资料室提供。读者如有印刷史方面的旧物，欢迎来信来电，与编辑部联系。",
        ],
    ),
    (
        "02",
        "一架机器改变了报馆的排字房",
        &[
            "　　十九世纪的报馆里，排字工人一个字母一个字母地从字格里拣铅字，一天的报纸至多八版。一八八六年七月，纽约一家报馆第一次用上了整行铸排机。",
            "　　操作的人坐在键盘前，每按一键，一枚铜模落下；一行满了，机器就把铅液压进铜模，铸成一整行铅字，铜模再由一根长臂送回顶上的字库，各归其位。",
            "　　一台机器抵得上好几个排字工人。此后的几十年里，它在世界各地的报馆里响个不停，直到二十世纪七十年代照相排版和计算机排版取代了它。",
            "　　中文有几千个常用字，这样的键盘无法照搬。中文报馆的工人仍在字架之间走动拣字，直到激光照排系统在二十世纪八十年代投入使用。",
            "　　本版图片由资料室提供。读者如有印刷史方面的旧物，欢迎来信来电，与编辑部联系。",
        ],
    ),
    (
        "03",
        "哈雷和他预言的彗星",
        &[
            "　　一七〇五年，哈雷比较了一五三一年、一六〇七年和一六八二年三颗彗星的轨道，发现它们几乎一样，断定这是同一颗彗星，并预言它将在一七五八年前后回来。",
            "　　一七五八年圣诞之夜，德国的一位农民天文爱好者果然看见了它。这时哈雷已经去世十六年，人们把这颗彗星叫作哈雷彗星。",
            "　　中国的史书从公元前二四〇年起就有它的记录：始皇七年，彗星先出东方，见北方，五月见西方。此后它每次回归，中国几乎都有记载。",
            "　　它上一次经过近日点是在一九八六年二月九日，几个国家的探测器飞到它身旁；下一次将在二〇六一年七月。",
        ],
    ),
    (
        "03",
        "近日行星可见时刻",
        &[
            "金星：18:05 见于西南，20:10 落下，亮度 -4.1 等。",
            "火星：19:25 见于东方，23:40 中天，亮度 -0.3 等。",
            "木星：18:05 见于东南，21:15 中天，亮度 -2.7 等。",
            "土星：18:05 见于南方，19:50 中天，亮度 +0.8 等。",
            "水星：06:20 见于东南，07:05 隐没，亮度 -0.2 等。",
        ],
    ),
    (
        "04",
        "How a page was put together",
        &[
            "A compositor stood at a case of type and set each line by hand, letter by letter, into a small tray called a stick. Capital letters lay in the upper case and small letters in the lower case, which is where both names come from.",
            "Full sticks were moved to a long tray, the galley, and a proof was pulled for the reader. Corrections were made in the metal: a letter was lifted out with a bodkin and another was dropped into its place.",
            "The columns were then locked into an iron frame, the chase, with wedges called quoins. A page that was ready for the press was a forme, and it could be lifted in one piece only if every line had been justified to the same width.",
        ],
    ),
    ("04", "", &["责编：资料室　版式：资料室", "校对：资料室"]),
];
