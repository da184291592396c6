"""Data given by `--data` stays as it is, whatever the script does to it."""

from __future__ import annotations

import os
import tempfile

from attempts import AttemptTest

WRITE = """
import os, pathlib, shutil
def tell(what, act):
    try:
        act()
    except OSError as error:
        print(what, "refused", error.errno == 30, "--data is read-only" in str(error))
    else:
        print(what, "done")
"""


class Kept(AttemptTest):
    def setUp(self) -> None:
        super().setUp()
        given = tempfile.TemporaryDirectory()
        self.addCleanup(given.cleanup)
        self.given = os.path.realpath(given.name)
        for name in ("train.csv", "log.csv", "gone.csv"):
            with open(os.path.join(self.given, name), "w", encoding="utf-8") as file:
                file.write("rows\n")

    def linked(self, script: str, whole: bool = False) -> str:
        """What the script printed; its data is a folder of links, or one link."""
        os.makedirs(os.path.join(self.folder, "work"))
        place = os.path.join(self.folder, "work", "data")
        if whole:
            os.symlink(self.given, place)
        else:
            os.mkdir(place)
            for name in os.listdir(self.given):
                os.symlink(os.path.join(self.given, name), os.path.join(place, name))
        ran = self.run_script(WRITE + script, data=[self.given])
        self.assertEqual(ran.code, 0, ran.output)
        return ran.output

    def left(self) -> "dict[str, str]":
        contents = {}
        for name in sorted(os.listdir(self.given)):
            with open(os.path.join(self.given, name), encoding="utf-8") as file:
                contents[name] = file.read()
        return contents

    UNTOUCHED = {"gone.csv": "rows\n", "log.csv": "rows\n", "train.csv": "rows\n"}

    def test_what_is_written_is_a_copy(self) -> None:
        output = self.linked(
            "open('data/train.csv', 'w').write('clean')\n"
            "open('data/log.csv', 'a').write('more')\n"
            "os.truncate('data/gone.csv', 2)\n"
            "print(open('data/train.csv').read(), open('data/log.csv').read().split(), open('data/gone.csv').read())\n"
            "os.remove('data/gone.csv'); open('data/new.csv', 'w').write('x'); os.replace('data/new.csv', 'data/log.csv')\n"
            "print(sorted(os.listdir('data')))\n"
        )
        self.assertEqual(output.splitlines(), ["clean ['rows', 'more'] ro", "['log.csv', 'train.csv']"])
        self.assertEqual(self.left(), self.UNTOUCHED)

    def test_a_forked_child_writes_a_copy_too(self) -> None:
        self.linked("if os.fork() == 0:\n    open('data/train.csv', 'w').write('clean')\n    os._exit(0)\nos.wait()\n")
        self.assertEqual(self.left(), self.UNTOUCHED)

    def test_what_has_no_link_of_its_own_is_read_only(self) -> None:
        for base, whole in (("data", True), (self.given, False)):
            output = self.linked(
                "base = %r\n"
                "tell('write', lambda: open(base + '/train.csv', 'w'))\n"
                "tell('new', lambda: pathlib.Path(base, 'new.csv').write_text('x'))\n"
                "tell('low', lambda: os.open(base + '/log.csv', os.O_RDWR))\n"
                "tell('remove', lambda: os.remove(base + '/gone.csv'))\n"
                "tell('move', lambda: shutil.move(base + '/gone.csv', 'mine.csv'))\n"
                "tell('rmtree', lambda: shutil.rmtree(os.path.realpath(base)))\n"
                "tell('read', lambda: open(base + '/train.csv').read())\n" % base,
                whole,
            )
            self.assertEqual(
                output.splitlines(),
                ["%s refused True True" % what for what in ("write", "new", "low", "remove", "move", "rmtree")] + ["read done"],
            )
            self.assertEqual(self.left(), self.UNTOUCHED)
            super().setUp()

    def test_what_is_not_data_is_written_as_always(self) -> None:
        output = self.linked("tell('beside', lambda: open('data/beside.csv', 'w'))\ntell('own', lambda: open('own.csv', 'w'))\n")
        self.assertEqual(output.splitlines(), ["beside done", "own done"])


if __name__ == "__main__":
    import unittest

    unittest.main()
