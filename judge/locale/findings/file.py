"""What is this file, and can it be read?"""

from judge.locale import N_

FILE = {
    "kind-unknown": N_(
        "Judge knows too few of the columns to tell what this table is; correct its head, say what it is with"
        " --kind, or leave it out."
    ),
    "file-not-a-paper": N_(
        "Judge reads Word files (.docx) and tables (.xlsx, .xlsm, .xls, .ods, .csv, .tsv, .txt), and this is"
        " neither; leave it out, or save it as one of them."
    ),
    "kind-needs-word": N_("This is a table, but a {kind} must be a Word file."),
    "word-not-a-form": N_(
        "This Word file is none of the known forms ({forms}); for a result report, say --kind report; for"
        " any other award, fill in a nomination table."
    ),
    "file-missing": N_("There is no such file; check the path."),
    "file-name-not-text": N_(
        "The file's name is not in readable characters; rename the file and import it again."
    ),
    "file-empty": N_("The file is empty; ask for it again."),
    "file-too-large": N_(
        "The file, or a part of it, has {megabytes} MB, more than the {limit} that are read; shrink"
        " its pictures or split it."
    ),
    "file-truncated": N_("The file is cut short; ask for it again."),
    "file-encrypted": N_("The file is protected by a password; save it without one."),
    "file-unreadable": N_("The file cannot be read; open it, save it anew and try again."),
    "file-old-format": N_(
        "This is an old Word file (.doc or RTF), and there is no LibreOffice here to convert it; install"
        " LibreOffice and import again, or open the file in Word or WPS and save it as .docx."
    ),
    "file-not-turned": N_("LibreOffice cannot convert this old Word file; open it and save it as .docx."),
    "file-changed-meanwhile": N_("The file changed while it was read; import again."),
    "file-known": N_("This file has been imported before (as {known}); nothing in it is new."),
    "file-not-word": N_("The file holds no Word document; give a .docx file."),
    "word-is-web-page": N_(
        "This is a web page under a Word file's name; open it in Word and save it as .docx."
    ),
    "file-is-web-page": N_("This is a web page under a table's name; open it and save it as .xlsx."),
    "scan-cannot-be": N_("This is a scan, which cannot be read as a {kind}; ask for the Word or Excel file."),
    "not-a-scan": N_("This is no scan; leave --kind out, and Judge reads it as what it is."),
    # Folders and archives.
    "folder-closed": N_("This folder may not be read; check your rights to it."),
    "folder-empty": N_("There is nothing in this folder; ask for its papers."),
    "folder-of-another": N_(
        "This lies in the folder of {folder} but is recommended by “{written}”; make sure whose it is."
    ),
    "archive-not-zip": N_("Of archives only .zip is opened; unpack this one and import its folder."),
    "zip-bomb": N_("The file unpacks to far more than it should and was not opened; ask for a clean copy."),
    "zip-too-many": N_("The archive holds {count} entries, more than the {most} that are opened; split it."),
    "zip-nested": N_("An archive within an archive is not opened; unpack it, and import what it holds."),
    "zip-entry-outside": N_(
        "The entry's name leads out of the archive; it was not opened: ask for a clean copy."
    ),
    "zip-entry-twice": N_("The archive holds two entries of this name; only the first is read: rename one."),
    "zip-names": N_("The file holds parts with unsafe names and was not opened; ask for a clean copy."),
    # Its characters.
    "xml-entities": N_(
        "The file holds XML entities, which no office program writes, and was not read; ask for a clean copy."
    ),
    "encoding-likely": N_(
        "The encoding cannot be told for certain (perhaps {likely}); save the file as UTF-8 or as .xlsx."
    ),
    "encoding-unknown": N_("The encoding cannot be told; save the file as UTF-8 or as .xlsx."),
    "encoding-gb18030": N_("Read as GB 18030."),
    "quotes-unbalanced": N_("A quotation mark is wrong or never closed; correct it in the file."),
    "alike-left-out": N_(
        "From here on, {count} more findings of the same kind are not listed; settle those that are, and"
        " import again."
    ),
}
