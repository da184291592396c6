"""Readers that open files beneath Python's own `open`, where the interpreter's audit hook does not hear of them."""

from __future__ import annotations

import fnmatch
import os
from typing import Any, Dict, Iterator, Tuple

from ..data_files import DataFiles
from ..disguise import disguised
from ..imports import Hook, ImportWatch

# Module → functions and methods that are given a path, or several. A star stands for the end of a name.
READERS: Dict[str, Tuple[str, ...]] = {
    "cv2": ("imread",),
    "h5py._hl.files": ("File.__init__",),
    "tables.file": ("File.__init__",),
    "pyarrow": ("memory_map",),
    "pyarrow.csv": ("read_csv", "open_csv"),
    "pyarrow.dataset": ("dataset",),
    "pyarrow.feather": ("read_table", "read_feather"),
    "pyarrow.parquet": ("read_table", "ParquetFile.__init__", "ParquetDataset.__init__"),
    "pyarrow.parquet.core": ("read_table", "ParquetFile.__init__", "ParquetDataset.__init__"),
    "polars": ("read_*", "scan_*"),
    "duckdb": ("read_csv", "read_parquet", "read_json", "from_csv_auto", "from_parquet"),
    "torchaudio": ("load",),
    "torchvision.io.image": ("read_file", "read_image", "decode_image"),
    "tensorflow.python.lib.io.file_io": ("FileIO.__init__",),
    "tensorflow.python.data.ops.readers": ("TFRecordDatasetV2.__init__", "TextLineDatasetV2.__init__"),
    "xgboost.core": ("DMatrix.__init__",),
    "lightgbm.basic": ("Dataset.__init__",),
    "catboost.core": ("Pool.__init__",),
}
# A path among the arguments stands in front.
LOOKED_AT = 3


def hook_readers(imports: ImportWatch, files: DataFiles) -> None:
    for module, names in READERS.items():
        imports.after_import(module, _hook(names, files))


def _hook(names: Tuple[str, ...], files: DataFiles) -> Hook:
    def hook(module: Any) -> None:
        for name in names:
            owner, _, attribute = name.rpartition(".")
            holder = getattr(module, owner, None) if owner else module
            for found in [] if holder is None else fnmatch.filter(dir(holder), attribute):
                original = getattr(holder, found)
                if callable(original) and not isinstance(original, type):
                    setattr(holder, found, _listening(original, files))

    return hook


def _listening(original: Any, files: DataFiles) -> Any:
    @disguised(original)
    def reader(*args: Any, **kwargs: Any) -> Any:
        try:
            for path in _paths([*args[:LOOKED_AT], *kwargs.values()]):
                files.heard(path)
        except Exception:
            # It is the author's own call: nothing of ours may end it.
            pass
        return original(*args, **kwargs)

    return reader


def _paths(values: Any) -> Iterator[str]:
    for value in values:
        if isinstance(value, (list, tuple)):
            yield from _paths(value)
        elif isinstance(value, (str, bytes, os.PathLike)):
            # XGBoost's own way to name a format and a cache.
            yield os.fsdecode(value).split("?format=")[0].split("#")[0]
