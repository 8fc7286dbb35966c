"""Who gets a copy or looks in now and then, and so watches: 抄送审计处备查, 由办公室每月抽检; whose order it is."""

from corpus.models import Act
from corpus.rules.chinese.shapes.told import END, WHO, by_forms, form
from corpus.rules.deeds import Deed

_OFTEN = "(?:每[个一]?[日天周月季年]度?|每[个]?学期|定期|不定期|随机|随时|按[月季年周]度?|每半年|全程|事后)"
_FORMS = (
    form(f"(?:抄送|抄报|抄告){WHO}(?P<verb>备查|存查|备案|知悉|掌握){END}", Act.SUPERVISE),
    # 抄送院审计处: an office that watches anyway
    form(
        f"(?P<verb>抄送|抄报|抄告)(?P<who>[^，。；：、的]{{0,10}}(?:审计|纪检|监察|督查|监事)[^，。；：、的]{{0,4}}){END}",
        Act.SUPERVISE,
    ),
    form(
        f"(?:(?<![抄报移送转上呈])[报送交转]|抄(?![送报告])|报送|送交|移交){WHO}(?P<verb>备查|存查|留查|存档备查|备存){END}",
        Act.SUPERVISE,
    ),
    form(f"(?:^|(?<=[，；由]))(?:并由)?{WHO}{_OFTEN}(?P<verb>抽检|抽验|跟踪监督|监督检查|来查|查一遍)", Act.SUPERVISE),
    form(f"(?:^|(?<=[，；])){WHO}(?:可以?随时|随时可以?|有权随时)(?P<verb>调阅|查账|查阅|抽看|来查)", Act.SUPERVISE),
    form(f"(?:^|(?<=[，；])){WHO}按[月季年]度?(?P<verb>来查)", Act.SUPERVISE),
    form(f"邀请{WHO}(?:到场|现场|全程)*(?P<verb>见证|监督|监票|监考)", Act.SUPERVISE),
    form(f"(?:^|(?<=[，；])){WHO}(?P<verb>备查|存查){END}", Act.SUPERVISE),
    # 启动令由院长下达
    form(f"(?<![缘自])由{WHO}(?:统一|及时|当场)?(?P<verb>下达){END}", Act.DECIDE),
)


def filed(text: str) -> list[Deed]:
    """Return who watches by a copy or by looking in, and whose order is given."""
    return list(by_forms(text, _FORMS))
