"""Why a document was given up, in words for its user."""

TOO_SLOW = (
    "This file took longer than {seconds:g} seconds to read. Open it in its own program and save it anew, or paste its "
    "text."
)
TOO_MUCH_MEMORY = (
    "This file needed more memory than the {megabytes:,} MB that a document may take. Split it, or save its text as a "
    "new file, and upload that."
)
CRASHED = (
    "The reader crashed on this file, so it is probably damaged. Open it in its own program and save it anew, or paste "
    "its text."
)
TOO_MANY = (
    "This was not read, because other documents in the same file had stopped the reader too often. Upload it by itself."
)
TOO_DEEP = "This file stands in files in files without end. Take it out, and upload it by itself."
GONE = (
    "Reading this file stopped Parley's reader twice. Open it in its own program and save it anew, or paste its text."
)
STUMBLED = (
    "Parley stumbled over this document ({fault}). The rest of the upload went on. Please report it with the document."
)
