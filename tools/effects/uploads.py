"""Experiment tables that people hand over: kept in one folder, found by name and nothing else."""

import filecmp
import logging
import os
import re
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pyarrow.parquet as pq

from tools.effects.table import load
from tools.errors import ToolError, nearest
from tools.store.readers import SUFFIXES
from tools.wording.values import Count, Listing, Number, Quote

logger = logging.getLogger(__name__)

LARGEST_MB = 50
UNPACKED_MB = 1000  # a file this large once unpacked is no table of a test, or a trap
MOST_ROWS = 1_000_000
MOST_COLUMNS = 200
MOST_CELLS = 15_000_000  # looked at in some 30 seconds
KEPT = 50  # files; the oldest give way
LONGEST = 60  # characters of a name
SHOWN = 5  # names that an error tells
_STRANGE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True)
class Uploads:
    """The tables handed over to one workspace, as copies.

    Attributes:
        folder: `<workspace>/uploads`, made with the first file.
    """

    folder: Path

    def add(self, file: Path) -> str:
        """Keep a copy of `file`.

        Returns:
            Its name here: letters, digits, dots, dashes and underscores of its own name, with a
            number where another file has it already.

        Raises:
            ToolError: If it is missing, empty, too large or of a format that is not read.
        """
        if not file.is_file():
            raise ToolError("upload-missing", file=Quote(text=file.name))
        suffix = file.suffix.lower()
        if suffix not in SUFFIXES:
            raise ToolError("upload-format", file=Quote(text=plain(file.name)))
        size = file.stat().st_size
        if size == 0:
            raise ToolError("upload-empty", file=Quote(text=plain(file.name)))
        if size > LARGEST_MB * 1_000_000:
            most = Number(value=LARGEST_MB, digits=0)
            raise ToolError("upload-large", file=Quote(text=plain(file.name)), most=most)
        self.folder.mkdir(parents=True, exist_ok=True)
        name = plain(file.name)
        old = self.folder / name
        if old.is_file() and filecmp.cmp(old, file, shallow=False):
            os.utime(old)  # the same again, now the latest
            return name
        name = self._free(name)
        draft = self.folder / f".{name}.part"
        shutil.copyfile(file, draft)
        draft.replace(self.folder / name)
        self._forget()
        logger.info("Kept an uploaded table of %d bytes", size)
        return name

    def names(self) -> tuple[str, ...]:
        """Names of the files, the latest first."""
        if not self.folder.is_dir():
            return ()
        files = [f for f in self.folder.iterdir() if _is_table(f)]
        return tuple(f.name for f in sorted(files, key=lambda f: (-f.stat().st_mtime_ns, f.name)))

    def named(self, name: str | None) -> str:
        """The file of that name, or the latest.

        Raises:
            ToolError: If there is none; a path is no name.
        """
        known = self.names()
        if not known:
            raise ToolError("upload-none")
        if not name:
            return known[0]
        for each in known:
            if each.casefold() == name.strip().casefold():
                return each
        near = [*nearest(name, list(known)), *known]
        listed = tuple(Quote(text=each) for each in dict.fromkeys(near))[:SHOWN]
        raise ToolError("upload-unknown", given=Quote(text=name), known=Listing(items=listed))

    def table(self, name: str) -> pd.DataFrame:
        """The rows of the file `name`, as `named` gives it.

        Raises:
            ToolError: If it cannot be read, or is too large once unpacked.
        """
        path = self.folder / name
        shown = Quote(text=name)
        try:
            if _unpacked(path) > UNPACKED_MB * 1_000_000:
                raise ToolError("upload-rows", file=shown, most=Count(n=MOST_ROWS))
            frame = load(path)
        except (ToolError, MemoryError):
            raise
        except Exception as error:  # damaged files break readers in any way
            logger.warning("Cannot read an uploaded table: %s", type(error).__name__)
            raise ToolError("upload-unreadable", file=shown) from error
        if len(frame) > MOST_ROWS or frame.size > MOST_CELLS:
            raise ToolError("upload-rows", file=shown, most=Count(n=MOST_ROWS))
        if len(frame.columns) > MOST_COLUMNS:
            raise ToolError("upload-columns", file=shown, most=Count(n=MOST_COLUMNS))
        return frame

    def _free(self, name: str) -> str:
        """`name`, numbered where another file has it."""
        stem, dot, suffix = name.rpartition(".")
        taken = {each.casefold() for each in self.names()}
        n, free = 2, name
        while free.casefold() in taken:
            free, n = f"{stem}-{n}{dot}{suffix}", n + 1
        return free

    def _forget(self) -> None:
        for old in self.names()[KEPT:]:
            (self.folder / old).unlink(missing_ok=True)


def plain(name: str) -> str:
    """A file's name without what a path, a pattern or a terminal could take for more.

    >>> plain("../../my test (final).CSV"), plain("实验 数据.xlsx"), plain("a*b?.csv")
    ('my_test_final.csv', '实验_数据.xlsx', 'a_b.csv')
    """
    last = unicodedata.normalize("NFKC", name).replace("\\", "/").rpartition("/")[2]
    stem, _, suffix = last.rpartition(".")
    stem = _STRANGE.sub("_", stem).strip("._-")[:LONGEST] or "table"
    return f"{stem}.{_STRANGE.sub('', suffix).lower()}"


def _is_table(file: Path) -> bool:
    """Whether a file is one of ours: no link, no draft, of a format that is read."""
    named = not file.name.startswith(".") and file.suffix.lower() in SUFFIXES
    return named and file.is_file() and not file.is_symlink()


def _unpacked(path: Path) -> int:
    """Bytes of a file once unpacked, as the file itself says."""
    if path.suffix.lower() == ".xlsx":
        with ZipFile(path) as book:
            return sum(part.file_size for part in book.infolist())
    if path.suffix.lower() == ".parquet":
        about = pq.read_metadata(path)
        if about.num_rows > MOST_ROWS:
            return UNPACKED_MB * 1_000_000 + 1
        return sum(about.row_group(n).total_byte_size for n in range(about.num_row_groups))
    return path.stat().st_size
