"""What is said of papers, ledgers and workbooks, by code; the place stands before the sentence.

Each module answers one question of somebody who reads a finding.
"""

from judge.locale.findings.beside import BESIDE
from judge.locale.findings.edition import EDITION
from judge.locale.findings.file import FILE
from judge.locale.findings.form import FORM
from judge.locale.findings.nomination import NOMINATION
from judge.locale.findings.panel import PANEL
from judge.locale.findings.score_sheets import SCORE_SHEETS
from judge.locale.findings.table import TABLE

FINDINGS = {**FILE, **TABLE, **NOMINATION, **FORM, **PANEL, **SCORE_SHEETS, **BESIDE, **EDITION}
