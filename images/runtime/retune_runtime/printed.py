"""Reads metrics from printed lines."""

from __future__ import annotations

import re
from typing import Any, List, Mapping, NamedTuple, Optional

from .metric_names import BY_SPELLING, MetricKind, metric_named
from .shown import named_split, shown_line


# Longer ones are data, not results.
LONGEST_LINE = 2000


class Printed(NamedTuple):
    name: str
    value: float
    # Half a digit more than was printed: what the number stands for lies within.
    precision: float
    split: str
    epoch: Optional[int]
    size: Optional[int]


class PrintedEpoch(NamedTuple):
    epoch: int
    epochs: Optional[int]


_LABELS = "|".join(
    re.escape(spelling).replace("_", r"[\s_-]*") for spelling in sorted(BY_SPELLING, key=len, reverse=True)
)
# Bounded, so that a line of digits is not tried in every possible cut.
_NUMBER = r"[-+]?(?:\d{1,12}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][-+]?\d{1,3})?"
# Words that may stand between a metric and its number without a colon: "accuracy on the test set is 0.9".
_FILLER = (
    r"(?:(?:scores?|rate|value|is|was|of|on|for|in|the|our|this|final|best|mean|average|avg|model|network|got|set|data"
    r"|dataset|images?|samples?|test|testing|train|training|val|validation|holdout|equals?|approximately|about)\b[ _]?"
    r"|epoch \d+ ?|\d+\s+(?:(?:test|train|training|validation)\s+)?(?:images|samples|examples|rows|records)\b ?){0,12}"
)
_MARK = r"\.{0,40} ?(?:[(\[][^()\[\]\d'\"]{0,40}[)\]] ?)?['\"]?\]?"
# What the number before the last one says: "accuracy for k = 5 is 0.9", "after 10 epochs: 0.9". One class is not the whole.
_SETTING = (
    r"[ _](?:of|for|with|at|after|over|using|when)\b"
    r"(?:(?!class|label|digit|fold\b|category|task|client|group|cluster)[^\d:;|│{}'\"(),]){1,40}"
    + _NUMBER + r" ?(?:[a-z]+ ?){0,3}(?:=>|->|[:=]|\bis\b)"
)
# "The accuracy of the decision tree is 0.9".
_WHOSE = (
    r"[ _](?:of|for|with|from|using)\b"
    r"(?:(?!class|label|digit|fold\b|category|task|client|group|cluster)[^\W\d_]|[ _-]){1,40}\b(?:is|was)\b"
)
# "loss_weight=0.3" is a setting.
_CONFIGURES = r"[\s_-]?(?:threshold|target|goal|tolerance|tol|weights?|scale|scaling|coef\w*|factor)(?![^\W\d_]|\d)"
_AFTER_LABEL = re.compile(
    _MARK
    # Either filler words and perhaps a sign, or anything short that ends in a sign.
    + r"(?:"
    + r"[ _]?" + _FILLER + r" ?(?:=>|->|[:=~≈,|│┃])?['\"]?,?"
    + r"|" + _SETTING
    + r"|" + _WHOSE
    + r"|[^\d;:=|│{}\[\]'\",()]{0,60}?(?:=>|->|[:=])"
    + r") ?[\[({'\"]{0,3}(?:(?:np\.|numpy\.|torch\.|tf\.)?(?:float\d+|tensor|array|Tensor)\()?[\[({'\"]{0,3} ?"
    + r"(?P<number>" + _NUMBER + r")"
    + r"(?:\s*(?:/|\bof\b|\bout of\b)\s*(?P<total>\d+)(?:\s*\(\s*(?P<share>" + _NUMBER + r")\s*%\s*\))?)?"
    + r"\s*(?P<percent>%|percent\b)?(?!\w|[.,]\w|\s*/\s*[-+.\d]|\s*(?:[:=]|is\b)\s*[-+.\d])",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?<![^\W_])(?P<label>" + _LABELS + r")(?![^\W\d_]|\d|" + _CONFIGURES + r")", re.IGNORECASE)
_PERCENT_FIRST = re.compile(
    r"(?<![\d.])(?P<number>" + _NUMBER + r") ?(?:%|percent) (?:[a-z]+\s+){0,2}?(?P<label>accuracy|acc)\b(?!\s*[:=])", re.IGNORECASE
)
# "Train/Valid ACC: 0.96/0.95", "MAE (train/test): 0.2 | 0.4".
_PAIR = re.compile(
    r"(?P<first>train\w*)\.?\s*/\s*(?P<second>val\w*|test\w*)\b[^\d:=]{0,20}[:=]\s*(?P<one>" + _NUMBER + r")\s*%?\s*[/|,]\s*"
    r"(?P<two>" + _NUMBER + r")\s*(?P<percent>%)?",
    re.IGNORECASE,
)
# "Correct: 270 out of 300", "317 / 360 test images were classified correctly".
_SHARE = r"(?P<hits>\d{1,9})\s*(?:/|of|out of)\s*(?P<rows>\d{2,9})\b"
_CORRECT_OF = (
    re.compile(
        r"(?<![^\W\d_])(?<!-)correct(?:ly)?(?:[ _-](?:classified|predicted|predictions?|answers?|labels?|samples|images|examples"
        r"|instances)){0,2}\s*(?:[:=]|is|are|was|were)?\s*" + _SHARE + r"(?=\s*(?:$|[(:,.;|=]))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![\d.])" + _SHARE + r"\s*(?:\([^()]{0,20}\)\s*)?(?:(?:test|testing|validation|train|training|images?|samples?|examples?"
        r"|instances?|rows|predictions?|labels|digits|were|was|are|is|classified|predicted|labell?ed|the)\s+){0,6}(?:correct(?:ly)?|right)\b",
        re.IGNORECASE,
    ),
)
# Between a name and its number: what anybody reaches who learns nothing.
_NOT_LEARNT = re.compile(
    r"majority class|always predicting|dummy|by chance|random guess|most frequent|null (?:accuracy|model)", re.IGNORECASE
)
_BAR_MARKS = re.compile(r"\d+/\d+|\d+%\||[━█▏▎▍▌▋▊▉=>|]+")
# Most lines of a flood hold no name or no number: known before anything dearer is tried.
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_][\w²^]")
_EPOCH = re.compile(r"\bepochs?\b\W{0,4}(\d+)(?!\d|\.\d|\s*%)(?:\s*(?:/|of)\s*(\d+))?", re.IGNORECASE)
_ROUND = re.compile(r"^\[(\d+)\]\s")
_BAR = re.compile(r"━|█|\[=+|^\d+/\d+ - \d+m?s - |\x08|\d ?[µmun]?s/(?:step|epoch|it|batch|sample)|\bit/s|\d+/\d+ \[")
_LOG = re.compile(
    r"^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]\d+: [IWEF] |[IWEF]\d{4} \d\d:\d\d|[IWEF]0000 "
    r"|(?:Collecting|Requirement already|Downloading|Installing|Successfully|Using cached|Building|Preparing|Defaulting)\b"
    r"|.*\b(?:CUDA|cuDNN|ptxas|XLA)\b.*\b(?:version|driver|library|warning)\b"
    r"|\s*(?:File \"|Traceback|[\w.]*(?:Warning|Error|Exception):)|\d+ +\| )"
)
_NOT_A_RESULT = re.compile(
    r"\b(?:target|threshold|goal|desired|required|minimum|chance|baseline|batch|running|standard|adj(?:usted)?|top[\s_-]?[2-9]\d*|std|deviation)[\W_]*(?:\w+[\W_]+)?$", re.IGNORECASE
)
# Only these are written in percent without a percent sign; "precision: 16" is about floats.
_PERCENT_ASSUMED = ("accuracy", "balanced_accuracy")


def printed_metrics(line: str, bars: bool = False) -> List[Printed]:
    """What a line tells; `bars` are the progress bars of frameworks, which a hook hears better. Twin: src/metric-text."""
    text = _readable(line, bars)
    if text is None:
        return []
    epoch = _epoch_in(text)
    found = _pair_in(text, epoch)
    if found:
        return found
    end = 0
    for label in _LABEL.finditer(text):
        if label.start() < end:
            continue
        value = _AFTER_LABEL.match(text, label.end())
        before = text[end : label.start()]
        if value is None or _NOT_A_RESULT.search(before) or _NOT_LEARNT.search(text, end, value.end()):
            continue
        split = named_split(before + label.group() + text[label.end() : value.start("number")])
        kind = _kind(label.group("label"))
        metric = None if kind is None else _read(kind, value.groupdict(), split or named_split(text[:end]), epoch)
        if metric is not None:
            found.append(metric)
        end = value.end()
    return found or _percent_first(text, epoch) or _correct_in(text, epoch)


def printed_epoch(line: str) -> Optional[PrintedEpoch]:
    text = _readable(line, False)
    return None if text is None else _epoch_in(text)


def _epoch_in(text: str) -> Optional[PrintedEpoch]:
    match = _EPOCH.search(text)
    if match is not None:
        return PrintedEpoch(int(match[1]), None if match[2] is None else int(match[2]))
    boosting = _ROUND.match(text)
    return None if boosting is None else PrintedEpoch(int(boosting[1]) + 1, None)


def _readable(line: str, bars: bool) -> Optional[str]:
    if len(line) > LONGEST_LINE or not _DIGIT.search(line) or not _WORD.search(line):
        return None
    # Runs of blanks become one: the patterns below stay simple, and quick on any line.
    text = re.sub(r"[^\S\r]+", " ", shown_line(line))
    if _LOG.match(text):
        return None
    if not _BAR.search(text):
        return text
    return _finished_bar(text) if bars else None


def _finished_bar(text: str) -> Optional[str]:
    """The numbers behind a bar that came to its end."""
    last = text.rpartition("\x08")[2]
    steps = re.search(r"(\d+)/(\d+)", last)
    if steps is not None and steps[1] != steps[2]:
        return None
    return re.sub(r"\s+", " ", _BAR_MARKS.sub(" ", last))


def _kind(label: str) -> Optional[MetricKind]:
    if label.lower() == "map" and label not in ("mAP", "MAP"):
        return None
    squashed = re.sub(r"[\s_-]+", "", label.lower())
    return metric_named(label) or next(
        (kind for spelling, kind in BY_SPELLING.items() if spelling.replace("_", "") == squashed), None
    )


def _pair_in(text: str, epoch: Optional[PrintedEpoch]) -> List[Printed]:
    match = _PAIR.search(text)
    labels = [] if match is None else list(_LABEL.finditer(text[: match.end()]))
    kind = _kind(labels[-1].group("label")) if labels else None
    if match is None or kind is None:
        return []
    same = {"total": None, "percent": match["percent"]}
    told = (
        _read(kind, {"number": match["one"], **same}, "train", epoch),
        _read(kind, {"number": match["two"], **same}, named_split(match["second"]), epoch),
    )
    return [each for each in told if each is not None]


def _read(kind: MetricKind, match: Mapping[str, Any], split: Optional[str], epoch: Optional[PrintedEpoch]) -> Optional[Printed]:
    number, total, percent = match["number"], match["total"], match["percent"] is not None
    value, precision, size = float(number), _precision(number), None
    if total is not None:
        # "9912/10000 (99%)": the exact share, and how many rows it is of. "Epoch 3/10" never comes here.
        if not kind.fraction or float(total) == 0 or value > float(total):
            return None
        size = int(total)
        value, precision = value / size, 0.5 / size
    elif kind.fraction:
        scaled = _fraction(kind, value, percent, "." in number)
        if scaled is None:
            return None
        value, precision = value * scaled, precision * scaled
    elif kind.name == "error" and not percent and "." not in number:
        return None
    elif percent:
        value, precision = value / 100, precision / 100
    return Printed(kind.name, value, precision, split or "unknown", None if epoch is None else epoch.epoch, size)


def _fraction(kind: MetricKind, value: float, percent: bool, decimal: bool) -> Optional[float]:
    if 0 <= value <= 1:
        # "0.97 %" means 97 in the scripts seen; but "1 %" and "0 %" are what they say.
        return 0.01 if percent and not decimal else 1.0
    if 1 < value <= 100 and (percent or kind.name in _PERCENT_ASSUMED):
        return 0.01
    return None


def _precision(number: str) -> float:
    mantissa, _, exponent = number.lower().partition("e")
    digits = len(mantissa.partition(".")[2])
    return float(10.0 ** (int(exponent or 0) - digits))


def _correct_in(text: str, epoch: Optional[PrintedEpoch]) -> List[Printed]:
    match = next((found for found in (pattern.search(text) for pattern in _CORRECT_OF) if found is not None), None)
    if match is None or _NOT_A_RESULT.search(text[: match.start()]):
        return []
    hits, rows = int(match["hits"]), int(match["rows"])
    if hits > rows or rows == 0:
        return []
    number = None if epoch is None else epoch.epoch
    return [Printed("accuracy", hits / rows, 0.5 / rows, named_split(text) or "unknown", number, rows)]


def _percent_first(text: str, epoch: Optional[PrintedEpoch]) -> List[Printed]:
    found = []
    for match in _PERCENT_FIRST.finditer(text):
        value = float(match["number"])
        scale = 1.0 if value <= 1 and "." in match["number"] else 0.01
        if 0 <= value <= 100 and not _NOT_A_RESULT.search(text[: match.start()]):
            split = named_split(text) or "unknown"
            number = None if epoch is None else epoch.epoch
            found.append(Printed("accuracy", value * scale, _precision(match["number"]) * scale, split, number, None))
    return found
