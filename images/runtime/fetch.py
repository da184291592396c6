"""Lets a library download what a script will ask it for: `python fetch.py '{"call": …, "arguments": {…}}'`.

Nothing of the script runs here, so this may have the network that training has not. The library's own variable
(KERAS_HOME and the like) says where the data goes. The last line on stdout is one JSON object: `{"ok": true}`, or
`{"ok": false, "type", "message", "address"}` with the address that was asked last; exit code 0 either way.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import sys
from typing import Any, Dict, List, Optional, Tuple

asked: List[str] = []


def main(order: Dict[str, Any]) -> Dict[str, Any]:
    sys.addaudithook(note_address)
    try:
        arguments = {name: value_of(value) for name, value in order["arguments"].items()}
        found(order["call"])(**arguments)
        return {"ok": True}
    except Exception as error:
        return {"ok": False, "type": type(error).__name__, "message": text_of(error), "address": address_in(error)}


def note_address(event: str, arguments: Tuple[Any, ...]) -> None:
    """Notes every address that a library opens, whichever way it does."""
    if event == "urllib.Request":
        asked.append(str(arguments[0]))
    elif event == "http.client.connect":
        asked.append("%s:%s" % (arguments[1], arguments[2]))


def value_of(value: Any) -> Any:
    if isinstance(value, dict):
        return found(value["address"])
    return tuple(value_of(each) for each in value) if isinstance(value, list) else value


def found(address: str) -> Any:
    """What a dotted name stands for: as many of its parts as make a module, and the rest as attributes."""
    parts = address.split(".")
    thing = importlib.import_module(parts[0])
    for number, part in enumerate(parts[1:], 2):
        if not hasattr(thing, part):
            importlib.import_module(".".join(parts[:number]))
        thing = getattr(thing, part)
    return thing


def text_of(error: BaseException) -> str:
    return " ".join(str(error).split())[:500]


def address_in(error: BaseException) -> Optional[str]:
    """An address of the web before one of a proxy, the library's own word before ours."""
    told = re.findall(r"https?://[^\s'\"<>]+", str(error))
    web = [address for address in asked if "://" in address]
    return next(iter(told[:1] or web[-1:] or asked[-1:]), None)


if __name__ == "__main__":
    # What libraries print while they download goes to stderr; stdout is for the answer.
    answer = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    json.dump(main(json.loads(sys.argv[1])), answer)
    answer.write("\n")
    answer.close()
