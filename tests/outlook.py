"""Writes Outlook messages (MSG), so that reading them is tested on real bytes: a compound file with MAPI properties.

By [MS-CFB] (version 3: sectors of 512 bytes, and of 64 for streams below 4096) and [MS-OXMSG] (one
`__properties_version1.0` stream a storage, each text in a `__substg1.0_` stream of its own).
"""

import struct
from dataclasses import dataclass, field
from datetime import UTC, datetime

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
CUTOFF = 4096
Tree = dict[str, "bytes | Tree"]


@dataclass
class Space:
    """Sectors of one size, and the chain that each is part of."""

    size: int
    data: bytearray = field(default_factory=bytearray)
    chains: list[int] = field(default_factory=list)

    def put(self, data: bytes) -> int:
        """Lay this down, and tell the number of its first sector."""
        start, count = len(self.chains), max(1, -(-len(data) // self.size))
        self.data += data.ljust(count * self.size, b"\0")
        self.chains += [*range(start + 1, start + count), END]
        return start


def compound(root: Tree) -> bytes:
    """A compound file of these storages (dicts) and streams (bytes)."""
    entries: list[Entry] = [Entry("Root Entry", 5)]
    _add(entries, 0, root)
    large, small = Space(SECTOR), Space(64)
    for entry in entries:
        if entry.data:
            entry.start = (small if len(entry.data) < CUTOFF else large).put(entry.data)
    entries[0].start, entries[0].data = large.put(bytes(small.data)), bytes(small.data)
    minifat = large.put(_packed(small.chains))
    directory = large.put(b"".join(entry.packed() for entry in entries))
    fats = 1
    while fats * SECTOR // 4 < len(large.chains) + fats:
        fats += 1
    first_fat = len(large.chains)
    head = _header(fats, directory, minifat, -(-len(small.chains) * 4 // SECTOR), first_fat)
    table = _packed([*large.chains, *[FAT] * fats])
    return head + bytes(large.data) + table.ljust(fats * SECTOR, b"\xff")


def _packed(numbers: list[int]) -> bytes:
    whole = [*numbers, *[FREE] * (-len(numbers) % (SECTOR // 4))]
    return struct.pack(f"<{len(whole)}I", *whole)


@dataclass
class Entry:
    """A line of the directory: kind 5 is the root, 1 a storage, 2 a stream."""

    name: str
    kind: int
    right: int = FREE
    child: int = FREE
    start: int = END
    data: bytes = b""

    def packed(self) -> bytes:
        letters = self.name.encode("utf-16-le") + b"\0\0"
        head = letters.ljust(64, b"\0") + struct.pack(
            "<HBB3I", len(letters), self.kind, 1, FREE, self.right, self.child
        )
        return head + bytes(36) + struct.pack("<IQ", self.start, len(self.data))


def _add(entries: list[Entry], parent: int, tree: Tree) -> None:
    """The children of a storage, as a chain to the right: a reader takes any tree."""
    before = None
    for name, inside in tree.items():
        number = len(entries)
        entries.append(Entry(name, 2, data=inside) if isinstance(inside, bytes) else Entry(name, 1))
        if before is None:
            entries[parent].child = number
        else:
            entries[before].right = number
        before = number
        if not isinstance(inside, bytes):
            _add(entries, number, inside)


def _header(fats: int, directory: int, minifat: int, minifats: int, first_fat: int) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 62, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, fats, directory, 0, CUTOFF, minifat, minifats, END, 0)
    used = range(first_fat, first_fat + fats)
    return head + struct.pack("<109I", *used, *[FREE] * (109 - fats))


@dataclass
class Outlook:
    """A message: what it says, its files (name, bytes), and the messages within it."""

    subject: str
    body: str | None = None
    sender: str = "Press Office <press@example.org>"
    sent: datetime | None = datetime(2021, 5, 4, 9, 0, tzinfo=UTC)
    html: bytes | None = None
    code_page: int = 65001
    rtf: bytes | None = None
    files: list[tuple[str, bytes]] = field(default_factory=list)
    within: "list[Outlook]" = field(default_factory=list)

    def to_bytes(self) -> bytes:
        """The MSG file."""
        return compound(self.tree(head=32))

    def tree(self, head: int) -> Tree:
        """The storages and streams of the message; `head` is how long the head of its properties is."""
        texts = {0x001A: "IPM.Note", 0x0037: self.subject, 0x007D: f"From: {self.sender}\r\n", 0x1000: self.body}
        binaries = {0x1013: self.html, 0x1009: self.rtf}
        numbers = {0x3FDE: self.code_page}
        tree, table = _properties(texts, binaries, numbers)
        if self.sent:
            ticks = int((self.sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
            table += struct.pack("<HHIQ", 0x40, 0x0039, 6, ticks)
        for number, (name, data) in enumerate(self.files):
            tree[f"__attach_version1.0_#{number:08X}"] = _attachment(name, data)
        for number, message in enumerate(self.within, len(self.files)):
            tree[f"__attach_version1.0_#{number:08X}"] = _attachment(message.subject, message)
        counts = struct.pack("<8x4I", 0, 0, 0, len(self.files) + len(self.within))
        tree["__properties_version1.0"] = counts.ljust(head, b"\0") + table
        return tree


def _attachment(name: str, inside: "bytes | Outlook") -> Tree:
    is_file = isinstance(inside, bytes)
    binaries = {0x3701: inside} if isinstance(inside, bytes) else {}
    tree, table = _properties(
        {0x3707: name if is_file else None, 0x3001: name}, binaries, {0x3705: 1 if is_file else 5}
    )
    if isinstance(inside, Outlook):
        tree["__substg1.0_3701000D"] = inside.tree(head=24)
    tree["__properties_version1.0"] = bytes(8) + table
    return tree


def _properties(
    texts: dict[int, str | None], binaries: dict[int, bytes | None], numbers: dict[int, int]
) -> tuple[Tree, bytes]:
    tree: Tree = {}
    table = b""
    for number, text in texts.items():
        if text is not None:
            data = text.encode("utf-16-le")
            tree[f"__substg1.0_{number:04X}001F"] = data
            table += struct.pack("<HHIII", 0x1F, number, 6, len(data) + 2, 0)
    for number, data in binaries.items():
        if data is not None:
            tree[f"__substg1.0_{number:04X}0102"] = data
            table += struct.pack("<HHIII", 0x102, number, 6, len(data), 0)
    for number, value in numbers.items():
        table += struct.pack("<HHIII", 0x03, number, 6, value, 0)
    return tree, table


def packed_rtf(rtf: bytes) -> bytes:
    """Rich text as Outlook packs it, every letter told as itself."""
    body = b"".join(b"\0" + rtf[at : at + 8] for at in range(0, len(rtf), 8))
    return struct.pack("<II4sI", len(body) + 12, len(rtf), b"LZFu", 0) + body
