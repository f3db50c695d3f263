"""What a folder and its history hold, to compare."""
import hashlib, os, sqlite3

# What SQLite keeps beside a database where it could not tidy up; the next one to open it does.
BESIDE = (".sqlite-wal", ".sqlite-shm", ".sqlite-journal")


def tree(folder):
    """The files below a folder with their digests, and its folders; databases by name alone."""
    found = {}
    for base, folders, files in os.walk(folder):
        for name in folders:
            found[os.path.relpath(os.path.join(base, name), folder) + "/"] = ""
        for name in files:
            path = os.path.join(base, name)
            # What copies were made of is put down where it can be; without it they are made again.
            if name.endswith(BESIDE) or name.endswith(".copies"):
                continue
            content = b"" if name.endswith(".sqlite") else open(path, "rb").read()
            found[os.path.relpath(path, folder)] = hashlib.sha256(content).hexdigest()
    return found


def changes(one, other, loose=()):
    """The names of what differs, but for files that begin with one of `loose`."""
    names = {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}
    return sorted(name for name in names if not name.startswith(tuple(loose) or ("\0",)))


def history(folder):
    """All that the histories of a folder hold, as SQL; damaged ones raise."""
    text = []
    for base, _, files in os.walk(folder):
        for name in sorted(files):
            if not name.endswith(".sqlite"):
                continue
            database = sqlite3.connect(os.path.join(base, name))
            try:
                assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)], name
                text += [name, *database.iterdump()]
            finally:
                database.close()
    return text
