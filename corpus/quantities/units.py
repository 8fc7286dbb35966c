"""Units as they are printed, and what each is one of: a currency, days, a share, or a counted noun."""

import re
from decimal import Decimal
from enum import StrEnum

from corpus.quantities.currencies import PRINTED, SIGNS
from corpus.quantities.things import thing_at


class Measure(StrEnum):
    """What a quantity measures; only quantities of one measure and unit are compared."""

    MONEY = "money"
    DAYS = "days"
    COUNT = "count"
    SHARE = "share"


# what is counted; goods are named too, so that 二千张 is not read as money
_GOODS = (
    "张",
    "枚",
    "吨",
    "株",
    "册",
    "户",
    "座",
    "艘",
    "幅",
    "倍",
    "亩",
    "条(?![例款件文约目理规之第])",
    "支(?![出付部持委行])",
    "只(?![要有能是需])",
    "间(?![接隔])",
)
_MEASURES = (
    "学分",
    "床(?![上前头])",
    "例(?![如会行外假])",
    "页(?![面码眉])",
    "门(?![店诊户急口卫类])",
    "场(?![所地合次馆])",
    "期(?![间限末初内中满])",
)
_THINGS = ("件", "台", "项", "家", "份", "票", "辆", "套", "课时", "学时", *_MEASURES, *_GOODS)
_NOUNS = (
    "member",
    "trustee",
    "governor",
    "pupil",
    "student",
    "quotation",
    "quote",
    "copy",
    "page",
    "item",
    "credit",
    "instalment",
    "guest",
    "candidate",
    "passenger",
    "participant",
    "ticket",
)
# the unit as printed, its name and how many of that it is; 千米 and 千克 are read as a thousand of 米 and 克
_METRIC = (
    (r"毫升|ml\b|millilit(?:re|er)s?\b", "毫升", (1, 1)),
    (r"立方米?|m³|cubic m(?:et(?:re|er)s?)?\b", "毫升", (1000000, 1)),
    (r"升(?![级学职降值任旗])|lit(?:re|er)s?\b", "毫升", (1000, 1)),
    (r"gallons?\b|gals?\b", "毫升", (3785, 1)),
    (r"lbs?\b", "克", (453592, 1000)),
    (r"公里|km\b|kilomet(?:re|er)s?\b", "米", (1000, 1)),
    (r"miles?\b", "米", (1609344, 1000)),
    (r"cm\b|centimet(?:re|er)s?\b|厘米", "米", (1, 100)),
    (r"米(?![粉饭])|met(?:re|er)s?\b|m(?=\s?(?:high|wide|long|deep|tall|thick|away|apart)\b)", "米", (1, 1)),
    (r"公斤|kg\b|kilo(?:gram(?:me)?)?s?\b", "克", (1000, 1)),
    (r"毫克|mg\b", "克", (1, 1000)),
    (r"克(?![服隆制])|gram(?:me)?s?\b|(?-i:g)\b", "克", (1, 1)),
    (r"tonnes?\b|tons?\b", "吨", (1, 1)),
    (r"kW\b(?!h)|kilowatts?\b(?![- ]h)", "千瓦", (1, 1)),
    (r"MW\b(?!h)|megawatts?\b(?![- ]h)", "千瓦", (1000, 1)),
    (r"kV\b|kilovolts?\b", "千伏", (1, 1)),
    (r"(?-i:V)\b|volts?\b", "千伏", (1, 1000)),
    (r"installments?\b", "instalment", (1, 1)),
    (r"(?<!年一)度(?![假量过])|kWh\b|kilowatt[- ]hours?\b", "瓦时", (1000, 1)),
    (r"瓦时", "瓦时", (1, 1)),
    (r"copies\b", "copy", (1, 1)),
    (r"barrels?\b|bbls?\b", "barrel", (1, 1)),
)
_DOLLARS = (("HK", "HKD"), ("A", "AUD"), ("S", "SGD"), ("C", "CAD"), ("NZ", "NZD"))
# which days, or that they come on top of others: five clear days, six additional months
_KIND = (
    "(?:(?:additional|further|extra|more|successive|consecutive|full|complete|whole|working|work|school|clear|calendar"
    "|business|term|academic|paid|unpaid|training|teaching|contact|study|leave) ){0,2}"
)
# the unit as printed, what it measures, its name, and how many of that it is: (times, over)
_TABLE: tuple[tuple[str, Measure, str, tuple[int, int]], ...] = (
    (r"港[币元]|HKD\b", Measure.MONEY, "HKD", (1, 1)),
    *((rf"{sign}\$|{name}\b", Measure.MONEY, name, (1, 1)) for sign, name in _DOLLARS),
    (r"日元|JPY\b", Measure.MONEY, "JPY", (1, 1)),
    (r"卢比|rupees?\b|INR\b|Rs\b\.?|₹", Measure.MONEY, "INR", (1, 1)),
    (r"元(?![素旦宵月件])|块钱?|圆|人民币|yuan\b|RMB\b|CNY\b|[￥¥]", Measure.MONEY, "CNY", (1, 1)),
    (r"p\b|pence\b|penny\b", Measure.MONEY, "GBP", (1, 100)),
    (r"英镑|pounds?\b|quid\b|GBP\b|£", Measure.MONEY, "GBP", (1, 1)),
    (r"美[元金]|dollars?\b|bucks?\b|USD\b|(?:US)?\$", Measure.MONEY, "USD", (1, 1)),
    (r"欧元|euros?\b|EUR\b|€", Measure.MONEY, "EUR", (1, 1)),
    *((pattern, Measure.MONEY, name, (1, 1)) for pattern, name in PRINTED),
    (r"(?-i:[A-Z]{1,3})\$", Measure.MONEY, "", (1, 1)),  # a dollar of some country: T$, EC$
    (
        r"个?(?:工作日|自然日|交易日)|日历[天日]|天|日(?![常期元程])|昼夜|个晚上?|[晚夜](?![班会上间])|"
        + _KIND
        + r"(?:(?:work|week)?days?|nights?)\b",
        Measure.DAYS,
        "day",
        (1, 1),
    ),
    (r"个?(?:星期|礼拜)|周(?![年期末转岁边])|" + _KIND + r"weeks?\b|wks?\b", Measure.DAYS, "day", (7, 1)),
    (r"fortnights?\b", Measure.DAYS, "day", (14, 1)),
    (r"个月|(?<=个半)月|(?<=[俩仨])月|" + _KIND + r"months?\b|mths?\b", Measure.DAYS, "day", (30, 1)),
    (r"年(?![度级制])|" + _KIND + r"(?:years?|yrs?)\b(?![ -](?:old|of age))", Measure.DAYS, "day", (365, 1)),
    (_KIND + r"hours?(?= of overtime| overtime)", Measure.COUNT, "hour", (1, 1)),
    (r"个?(?:小时|钟头)|" + _KIND + r"hours?\b|hrs?\b", Measure.DAYS, "day", (1, 24)),
    (r"分钟|" + _KIND + r"minutes?\b|mins?\b", Measure.DAYS, "day", (1, 1440)),
    (r"刻钟", Measure.DAYS, "day", (1, 96)),
    (r"[%％]|per ?cent\b|个?百分点|个点(?![位子心评数])", Measure.SHARE, "%", (1, 1)),
    (r"成(?![立员为人本果绩效功品交就年都套长不分])", Measure.SHARE, "%", (10, 1)),
    (r"人次", Measure.COUNT, "人", (1, 1)),
    (
        r"个?人(?![员事才民力大身工均类物口选数])|[名位](?![称字次置单额数誉])|people\b|persons?\b",
        Measure.COUNT,
        "人",
        (1, 1),
    ),
    (r"次(?![性日数序要级年月长])|times\b", Measure.COUNT, "次", (1, 1)),
    (r"分(?![之别管析为工配类级布开组解发校])|points?\b", Measure.COUNT, "分", (1, 1)),
    (r"周?岁|(?:years?|yrs?)[- ](?:olds?|of age)\b", Measure.COUNT, "岁", (1, 1)),
    (r"平方米|平米|㎡|m²|sq(?:uare|\.)? ?m(?:et(?:re|er)s?)?\b", Measure.COUNT, "平方米", (1, 1)),
    (r"hectares?\b|ha\b|公顷", Measure.COUNT, "平方米", (10000, 1)),
    (r"mu\b", Measure.COUNT, "亩", (1, 1)),
    (r"acres?\b", Measure.COUNT, "acre", (1, 1)),
    (r"sq(?:uare|\.)? ?(?:feet|foot|ft)\b", Measure.COUNT, "square foot", (1, 1)),
    (r"(?:feet|foot|ft)\b", Measure.COUNT, "foot", (1, 1)),
    *((noun, Measure.COUNT, noun.partition("(")[0], (1, 1)) for noun in _THINGS),
    *((pattern, Measure.COUNT, name, times) for pattern, name, times in _METRIC),
    (r"个(?![人别体性])", Measure.COUNT, "个", (1, 1)),
    *((rf"{noun}s?\b", Measure.COUNT, noun, (1, 1)) for noun in _NOUNS),
)
_UNITS = tuple((re.compile(p, re.IGNORECASE), measure, name, times) for p, measure, name, times in _TABLE)
UNIT = "|".join(pattern for pattern, *_ in _TABLE)
CURRENCY = (
    SIGNS
    + r"|(?<![a-z])(?:US|HK|NZ|[ASC])\$|(?<![A-Za-z])(?-i:[A-Z]{1,3})\$"
    + r"|[￥¥£$€₹]|(?<![a-z])Rs\b\.?|港币|INR|HKD|RMB|CNY|GBP|USD|EUR|人民币"
)
PERIOD = r"(?: (?:working|school|calendar|clear|full))? (?:day|week|fortnight|month|year|hour)\b"


def unit_of(printed: str, text: str, start: int) -> tuple[Measure, str, tuple[int, int]] | None:
    """Return what a unit printed at a place in a text measures, its name, and how many of that it is."""
    if not printed:
        return None
    for pattern, measure, name, times in _UNITS:
        if (found := pattern.match(text, start)) and found.end() >= start + len(printed):
            return measure, name, times
    thing = thing_at(text, start)
    return (Measure.COUNT, thing, (1, 1)) if thing else None


def worth(value: Decimal, times: tuple[int, int]) -> Decimal:
    """Return a value in the unit's own measure: 24 hours are exactly one day."""
    return value * times[0] / times[1]
