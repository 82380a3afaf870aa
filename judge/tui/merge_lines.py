"""What the merge screen tells on whole pages: one file, and what was merged."""

from collections.abc import Iterator, Sequence

from judge.domain.merge_report import MergedFile, MergeReport
from judge.locale import _
from judge.locale.merged import refused_words, remarks, sender_words
from judge.locale.sheet_states import STATES
from judge.tui.cells import cell_len, clean_line, cut, fit, wrap
from judge.tui.ink import Line
from judge.tui.keymap import told
from judge.tui.merge_sentences import SENTENCES
from judge.tui.merge_words import SEALED, UNCONFIRMED, sign


def file_line(file: MergedFile, width: int, *, confirmed: bool) -> Line:
    """A file on one line: sign, who sent it, what it brings, its name."""
    glyph, ink = sign(file)
    who = clean_line(sender_words(file.sender)) if file.sender else "–"
    if file.refusal and file.refusal.code == UNCONFIRMED and confirmed:
        said = _("confirmed")
    elif file.refusal:
        said = {UNCONFIRMED: _("to confirm"), SEALED: _("sealed")}.get(file.refusal.code, _("rejected"))
    else:
        said = _("{count} new").format(count=file.new)
    room = max(8, min(24, width // 3))
    before = f" {glyph} {fit(who, room)} "
    name = cut(clean_line(file.path.name), max(0, width - cell_len(before) - 14))
    return [
        (before[:3], ink),
        (before[3:], ""),
        (fit(said, 12), "strong" if file.new else "dim"),
        (f" {name}", "dim"),
    ]


def file_lines(file: MergedFile, width: int) -> list[Line]:
    """A file's page: its path, its sender and their fingerprint, what it brings or why it is refused."""
    lines: list[Line] = list(_wrapped(clean_line(str(file.path)), width, "dim"))
    if file.sender:
        lines += [[], *_wrapped(clean_line(sender_words(file.sender)), width, "strong")]
        lines += [[(f"{_('fingerprint')} ", "dim"), (file.sender.fingerprint, "accent")]]
    lines.append([])
    if file.refusal:
        ink = "refused" if sign(file)[0] == "✗" else "accent"
        return [*lines, *_wrapped(refused_words(file, SENTENCES), width, ink)]
    if file.brought:
        lines += [
            _counted(file.new, _("new entries")),
            _counted(file.known, _("known entries")),
            _counted(file.brought.sheets, _("sheets with new entries")),
        ]
        lines += [_counted(count, _(STATES[state])) for state, count in sorted(file.brought.states.items())]
    for said in remarks(file):
        lines += [[], *_wrapped(said, width)]
    return lines


def done_lines(report: MergeReport, width: int) -> list[Line]:
    """What was merged, file by file what needs a word, and what to do next."""
    taken = [file for file in report.files if file.brought]
    said = _("✓ Merged: {new} new entries from {files} of {all} files.")
    lines: list[Line] = list(
        _wrapped(said.format(new=report.new, files=len(taken), all=len(report.files)), width, "strong")
    )
    for file in report.files:
        if file.refusal:
            name = f"✗ {clean_line(file.path.name)}{_(': ')}{refused_words(file, SENTENCES)}"
            lines += [[], *_wrapped(name, width, "refused")]
        for remark in remarks(file) if file.brought else ():
            lines += [[], *_wrapped(remark, width)]
    lines.append([])
    return [*lines, *_wrapped(told(_("F2 selects more returns; {quit} leaves.")), width, "accent")]


def _counted(count: int, words: str) -> Line:
    return [(f"{count:>7} ", "strong"), (words, "")]


def _wrapped(text: str, width: int, ink: str = "") -> Iterator[Line]:
    return ([(part, ink)] for part in wrap(text, width))


def summary(files: Sequence[MergedFile]) -> str:
    """How many files bring something, and how many are refused, for a title."""
    new, refused = sum(bool(file.new) for file in files), sum(bool(file.refusal) for file in files)
    return _("{files} files · with new entries {new} · refused {refused}").format(
        files=len(files), new=new, refused=refused
    )
