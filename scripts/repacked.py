"""Office files with one date throughout, so that the same texts give the same bytes."""

import io
import re
import zipfile
from datetime import datetime

_DATED = re.compile(rb">\d{4}-\d\d-\d\dT[\d:.]+Z<")


def repacked(data: bytes, made: datetime) -> bytes:
    """Return the same Office file with a moment as the date of every part and as the day it was changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            # openpyxl writes the present moment into the core properties
            core = name == "docProps/core.xml"
            part = _DATED.sub(f">{made.isoformat()}Z<".encode(), old.read(name)) if core else old.read(name)
            new.writestr(zipfile.ZipInfo(name, made.timetuple()[:6]), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
