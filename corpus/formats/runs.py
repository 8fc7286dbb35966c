"""The words of a Word paragraph: insertions kept, deletions, hidden text and field codes gone."""

from collections.abc import Mapping

from lxml import etree

from corpus.formats.characters import names
from corpus.formats.styles import Style, chain, switch
from corpus.formats.zips import attribute, child, local

_PASSED = names("hyperlink ins moveTo smartTag sdt sdtContent customXml fldSimple dir bdo ruby rubyBase Choice")
_SIGNS = {"noBreakHyphen": "-", "tab": " ", "ptab": " ", "cr": "\n"}
# Symbols of Word's picture fonts that forms are full of.
_SYMBOLS = {
    "F0FE": "☑", "F052": "☑", "F0FD": "☒", "F0A8": "☐", "F0A3": "☐", "F06F": "□",
    "F0FC": "✓", "F0FB": "✗", "F0E0": "→", "F0B7": "·",
}  # fmt: skip


class Runs:
    """What must be kept from run to run: fields that are open, notes and text boxes that were met."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self.styles = styles
        self.codes: list[bool] = []
        self.notes: dict[str, list[str]] = {}
        self.boxes: list[etree._Element] = []
        self.skipped = 0
        self.said = 0
        self.struck = False

    @property
    def skipped_all(self) -> bool:
        """Whether the last paragraph had runs and all of them were hidden or deleted."""
        return self.skipped > 0 and self.said == 0

    def text(self, paragraph: etree._Element) -> str:
        """The visible words of a paragraph; a line break in it is `\\n`."""
        self.skipped = self.said = 0
        return self._inside(paragraph)

    def _inside(self, parent: etree._Element) -> str:
        return "".join(self._part(part) for part in parent)

    def _part(self, part: etree._Element) -> str:
        name = local(part)
        if name in ("del", "moveFrom"):
            self.skipped += 1
        if name == "r":
            return self._run(part)
        if name == "AlternateContent":
            chosen = child(part, "Choice")
            return self._inside(chosen if chosen is not None else part)
        return self._inside(part) if name in _PASSED or name == "Fallback" else ""

    def _run(self, run: etree._Element) -> str:
        if self._hidden(child(run, "rPr")):
            self.skipped += 1
            return ""
        if any(switch(child(run, "rPr", name)) for name in ("strike", "dstrike")):
            # No skipped run: Word counts a paragraph that is struck through as it counts any other.
            self.struck = self.struck or child(run, "t") is not None
            return ""
        self.said += 1
        return "".join(self._sign(part) for part in run)

    def _hidden(self, properties: etree._Element | None) -> bool:
        own = switch(child(properties, "vanish"))
        if own is not None:
            return own
        style = attribute(child(properties, "rStyle"), "val")
        said = [s.hidden for s in chain(self.styles, style) if s.hidden is not None]
        return bool(said and said[0])

    def _sign(self, part: etree._Element) -> str:
        name = local(part)
        if name == "fldChar":
            self._field(attribute(part, "fldCharType"))
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            return self._drawing(part)
        elif any(self.codes):
            return ""
        elif name in ("footnoteReference", "endnoteReference"):
            self.notes.setdefault(name.removesuffix("Reference"), []).append(attribute(part, "id"))
        elif name == "t":
            return part.text or ""
        elif name == "br":
            return "\n" if attribute(part, "type") in ("", "textWrapping") else ""
        elif name == "sym":
            return _SYMBOLS.get(attribute(part, "char").upper(), "")
        elif name == "ruby":
            return self._inside(part)
        return _SIGNS.get(name, "")

    def _drawing(self, part: etree._Element) -> str:
        """Text boxes are kept for after the paragraph; a drawing has no words of its own."""
        if local(part) == "AlternateContent" and (chosen := child(part, "Choice")) is not None:
            part = chosen
        self.boxes += [inner for inner in part.iter("{*}txbxContent") if not _nested(inner, part)]
        return ""

    def _field(self, kind: str) -> None:
        """A field's code stands between begin and separate, its result between separate and end."""
        if kind == "begin":
            self.codes.append(True)
        elif self.codes and kind == "separate":
            self.codes[-1] = False
        elif self.codes and kind == "end":
            self.codes.pop()


def _nested(box: etree._Element, top: etree._Element) -> bool:
    """Whether a text box lies inside another one of the same drawing."""
    above = box.getparent()
    while above is not None and above is not top:
        if local(above) == "txbxContent":
            return True
        above = above.getparent()
    return False
