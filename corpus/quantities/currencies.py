"""Currencies beside those that most rulebooks name: signs before a sum, and names behind one."""

# what must follow a sign that is a word by itself too
_DIGIT = r"(?=\s?[0-9])"
_LARGE = r"(?=\s?(?:[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]{3,}))"  # R12 may be a rule's number, R1,200 is a sum
# a sign, what must follow it before a sum, and the currency; "" is one of several of that name, so any of them
_BEFORE: tuple[tuple[str, str, str], ...] = (
    (r"k\.?shs?(?![a-z])\.?", "", "KES"),
    (r"u\.?shs?(?![a-z])\.?", "", "UGX"),
    (r"t\.?shs?(?![a-z])\.?", "", "TZS"),
    (r"shs?(?![a-z])\.?", _DIGIT, ""),
    (r"(?<!room )(?<!rule )(?<!form )(?-i:R)", _LARGE, "ZAR"),
    (r"(?-i:N)", _LARGE, "NGN"),
    (r"₦", "", "NGN"),
    (r"GH[₵¢]|₵", "", "GHS"),
    (r"(?-i:RM)", rf"(?:(?=[0-9])|{_LARGE})", "MYR"),
    (r"₱", "", "PHP"),
    (r"(?-i:Tk)(?![a-z])\.?|৳", "", "BDT"),
    (r"(?-i:Rp)(?![a-z])\.?", _DIGIT, "IDR"),
    (r"(?-i:S?Fr)(?![a-z])\.?", _DIGIT, "CHF"),
    (r"(?-i:Dhs?)(?![a-z])\.?", _DIGIT, "AED"),
    (r"kr(?![a-z])\.?", _DIGIT, ""),
    (r"NT\$", "", "TWD"),
    (r"J\$", "", "JMD"),
    (r"TT\$", "", "TTD"),
    (r"F\$", "", "FJD"),
    (r"R\$", "", "BRL"),
    (r"₩", "", "KRW"),
    (r"฿", "", "THB"),
    (r"₫", "", "VND"),
    (r"₺", "", "TRY"),
    (r"₪", "", "ILS"),
    (r"₽", "", "RUB"),
    (r"(?-i:Kč)", "", "CZK"),
    (r"(?-i:zł)", "", "PLN"),
    (r"(?-i:lei)(?![a-z])", _DIGIT, "RON"),
)
_CODES = (
    "KES|UGX|TZS|ZAR|NGN|GHS|MYR|PHP|BDT|IDR|CHF|AED|TWD|JMD|TTD|FJD|BRL|KRW|THB|VND|ILS|RUB|LKR|PKR|NPR|MUR|BWP|ZMW|MWK"
    "|RWF|ETB|EGP|SAR|AUD|CAD|NZD|SGD|SEK|NOK|DKK|PLN|CZK|HUF"
)
# what stands behind a sum: the names, and the strokes that close one, 500/= and 500/-
_NAMES = (
    r"先令|shillings?\b|/[=-](?!\w)|法郎|francs?\b|克朗|kron(?:or|er|a|e)\b|kr\b\.?|比索|pesos?\b|第纳尔|dinars?\b"
    r"|迪拉姆|dirhams?\b|里亚尔|r[iy]i?yals?\b|兰特|rands?\b|奈拉|nairas?\b|塞地|cedis?\b|林吉特|ringgits?\b|泰铢|bahts?\b"
    r"|塔卡|takas?\b|卢布|r[ou]u?bles?\b|里拉|liras?\b|兹罗提|zlot(?:y|ys|ych)\b|zł\b|Kč|lei\b|crowns?\b|福林|forints?\b|比尔|birrs?\b|普拉|pulas?\b"
    r"|克瓦查|kwachas?\b|韩元|越南盾|卢比亚|rupiahs?\b"
)
SIGNS = (
    r"(?<![a-z])(?:" + "|".join([*(f"{sign}{ahead}" for sign, ahead, _ in _BEFORE), rf"(?-i:{_CODES})(?![a-z])"]) + ")"
)
PRINTED: tuple[tuple[str, str], ...] = (
    (_NAMES, ""),
    *((rf"(?:{sign})(?![a-z0-9])", name) for sign, _, name in _BEFORE),
    *((rf"(?-i:{code})(?![a-z])", code) for code in _CODES.split("|")),
)
