"""What the script read as data: its fingerprints, and what is none."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from typing import Any, Dict, List

from attempts import AttemptTest


class DataFiles(AttemptTest):
    def setUp(self) -> None:
        super().setUp()
        # Older than the attempt, as data is.
        self.data = os.path.realpath(tempfile.mkdtemp(prefix="data-"))
        self.addCleanup(shutil.rmtree, self.data, ignore_errors=True)

    def put(self, name: str, content: bytes) -> str:
        path = os.path.join(self.data, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
        os.utime(path, (1e9, 1e9))
        return path

    def files(self, script: str, **files: str) -> List[Dict[str, Any]]:
        told = self.run_script(script, files).of("data")
        self.assertLessEqual(len(told), 1)
        shutil.rmtree(os.path.join(self.folder, "work"))
        for name in os.listdir(self.folder):
            os.unlink(os.path.join(self.folder, name))
        return list(told[0]["files"]) if told else []

    def test_content_makes_the_fingerprint(self) -> None:
        path = self.put("train.csv", b"a,b\n1,2\n")
        [first] = self.files("print(open(%r).read(), open(%r, 'rb').read())" % (path, path))
        self.assertEqual((first["path"], first["bytes"]), (path, 8))
        os.utime(path, (1.1e9, 1.1e9))
        self.assertEqual(self.files("import pathlib; pathlib.Path(%r).read_text()" % path), [first])
        self.put("train.csv", b"a,b\n1,3\n")
        [other] = self.files("open(%r)" % path)
        self.assertNotEqual(other["digest"], first["digest"])

    def test_a_large_file_is_sampled_from_beginning_to_end(self) -> None:
        path = self.put("large.bin", b"\0" * (20 << 20))
        [first] = self.files("open(%r)" % path)
        for place in (0, (20 << 20) - 1):
            with open(path, "r+b") as file:
                file.seek(place)
                file.write(b"x")
            os.utime(path, (1e9, 1e9))
            [other] = self.files("open(%r)" % path)
            self.assertNotEqual(other["digest"], first["digest"])

    def test_a_link_in_the_working_copy_leads_to_data(self) -> None:
        path = self.put("digits/train.csv", b"1")
        [told] = self.files("import os; os.symlink(%r, 'data'); os.chdir('data'); open('train.csv')" % os.path.dirname(path))
        self.assertEqual(told["path"], path)

    def test_what_is_not_opened_by_python(self) -> None:
        base, picture, mapped = self.put("base.sqlite", b""), self.put("images/1.PNG", b"1"), self.put("mapped.bin", b"12")
        self.put("images/notes.txt", b"none of them")
        script = (
            "import mmap, os, sqlite3\n"
            "sqlite3.connect(%r); os.listdir(%r)\n"
            "descriptor = os.open(%r, os.O_RDONLY); kept = mmap.mmap(descriptor, 0, prot=mmap.PROT_READ)\n"
        ) % (base, os.path.dirname(picture), mapped)
        self.assertEqual({each["path"] for each in self.files(script)}, {base, picture, mapped})

    def test_a_reader_that_is_given_a_path(self) -> None:
        path, folder = self.put("train.h5", b"1"), self.put("parts/1.parquet", b"22")
        reader = "class File:\n    def __init__(self, name, mode='r'): pass\n"
        files = {"h5py/__init__.py": "", "h5py/_hl/__init__.py": "", "h5py/_hl/files.py": reader, "polars.py": "def scan_parquet(source): return source"}
        script = (
            "import inspect, polars\nfrom h5py._hl.files import File\n"
            "File(%r, 'r'), File(name='\\0'), File(object()), print(inspect.signature(File))\n"
            "print(polars.scan_parquet([%r]) == [%r])\n"
        ) % (path, os.path.dirname(folder), os.path.dirname(folder))
        self.assertEqual({each["path"] for each in self.files(script, **files)}, {path, folder})

    def test_what_is_no_data(self) -> None:
        [module, hidden, written, made] = [
            self.put(name, b"1") for name in ("module.py", ".tool/settings.json", "history.csv", "made.csv")
        ]
        script = (
            "import email.mime.text, os, subprocess, sys\n"
            "open(%r); open(%r); open(%r); open(%r, 'a'); open('own.csv'); open('/etc/hostname', 'rb')\n"
            "subprocess.run([sys.executable, '-c', 'open(%r, \"w\").write(\"22\")'], check=True)\n"
            "open(%r)\n"
            "try: open('/nowhere.csv')\n"
            "except FileNotFoundError: print('as always')\n"
        ) % (module, hidden, written, written, made, made)
        self.assertEqual(self.files(script, **{"own.csv": "1"}), [])

    def test_children_tell_nothing_and_a_dry_build_neither(self) -> None:
        path = self.put("train.csv", b"1")
        self.assertEqual(self.files("import os\nif os.fork() == 0:\n    open(%r); os._exit(0)\nos.wait()" % path), [])
        self.assertEqual(self.run_script("open(%r)" % path, dry=True).of("data"), [])

    def test_odd_arguments_of_open_stay_as_they_are(self) -> None:
        path = self.put("train.csv", b"1")
        script = (
            "import os\n"
            "descriptor = os.open(%r, os.O_RDONLY)\n"
            "print(open(descriptor).read(), open(%r.encode()).read())\n"
            "for odd in (-1, '\\0', 3.5, None):\n"
            "    try: open(odd)\n"
            "    except Exception as error: print(type(error).__name__)\n"
        ) % (path, path)
        self.assertEqual(self.run_script(script).output, self.plain(script))


if __name__ == "__main__":
    import unittest

    sys.exit(unittest.main())
