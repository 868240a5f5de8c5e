import pytest

from tools.leaving_out import left_out


@pytest.mark.parametrize(
    "text",
    [
        "orders, setting aside <kettles>",
        "worst rated, ignoring anything by <Acme>",
        "pots that aren't by <Acme>, by revenue",
        "what came neither from <Kent> nor from <Devon>",
        "list the towns, not include <Kent>",
        "orders by device, <tablet> out",
        "which brand leads, <Acme> not counted?",
        "by brand. <Acme> we know already, skip it",
        "by country. <Peru> is obvious, leave it out",
        "take <faxes> out of it",
        "I'm not interested in <Kent>. Orders by county",
        "leave <faxes>, we know those",
        "where the channel isn't <fax>",
        "what was not placed on a <tablet>",
        "drop “<other>”",
        "apart from pans (<woks>)",
        "<锅>的话就算了",
        "<广东>太大，先放一边",
        "不想看<锅>",
        "除了厨具（<锅>",
        "各品类销量，<锅>就不用列了",
        "<锅>嗰啲唔使睇，其他品类呢",
        "<Acme>家的跳过",
        "<小铁>的不要，其余的排一排",
        "传真跟<电报>拿开",
        "前五个品类，扣脱<锅>",
        "分国家看，<秘鲁>本土不列",
        "<Acme>我心里有数，跳过",
        "不算单价高的<锅>",
        "最大的三个县，<锅>不作数",
        "山西几多单，<传真>嚟嘅唔计",
        "<电报>来的不算，其余合起来",
        "各县排名，<传真>那边的不进榜",
        "orders this year, <fax> ones don't count",
        "hang the <kettles>, my aunt sees to them",
        "scrap the <kettles>",
        "不是从<传真>来的单",
        "既非<传真>",
        "by county, and nothing made by <Acme>",
        "by county, kindly no <kettles>",
        "by county, I have <Kent> already",
        "the <faxes> are someone else's job, orders in May",
        "最好的十款，别给我看<锅>",
        "<秘鲁>不归我管，其他县呢",
        "none of the <fax> ones",
        "just one, and please not a <kettle>, they always win",
        "dun include <kettles>",
        "<Kent> I have already got from the office",
        "by county, <Kent> I'd rather not see",
        "the <fax> orders I want not in there",
        "几月几单，用<传真>逛的不要算进去",
        "从<电报>点进来的不算",
        "<秘鲁>那阵子发大水停运，先排除",
        "<山西>这个最大的我另算",
        "<传真>烦死人了，这样以外的渠道",
        "<秘鲁>我已经问过老林了，不用给",
    ],
)
def test_what_the_words_around_it_leave_out_is_told(text: str) -> None:
    before, _, rest = text.partition("<")
    assert left_out(before, rest.partition(">")[2])


@pytest.mark.parametrize(
    "text",
    [
        "didn't <kettles> sell well?",
        "are <kettles> out of stock",
        "why do <kettles> not sell",
        "有没有<锅>的单",
        "<锅>不算多，卖了多少",
        "<锅>卖得不好看",
        "<广东>不看价格的客人",
        "<锅>还没有单吗",
        "<锅>卖得不错，五月多少单",
        "isn't <fax> the best channel?",
        "how many people ditch <kettles> in their basket",
        "do <faxes> count towards the total",
        "how many orders did we lose in <Kent>",
        "<锅>来的人多不多",
        "how many visits from <faxes> did not convert",
        "what of <kettles> have we already sold",
        "<秘鲁>卖了多少我还不晓得",
        "<锅>逛的人不算多",
    ],
)
def test_what_is_only_denied_something_stays(text: str) -> None:
    before, _, rest = text.partition("<")
    assert not left_out(before, rest.partition(">")[2])
