"""The reference of ``list``: twenty rows of the same library with its raw key, and nothing else."""

import json
import sys
from pathlib import Path

from sqlcipher3 import dbapi2

known = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
connection = dbapi2.connect(known["path"])
connection.execute(f"PRAGMA key = \"x'{known['key']}'\"")
sql = "SELECT hex(uid), created_at, type, status, model, prompt FROM generations ORDER BY id DESC"
for row in connection.execute(f"{sql} LIMIT 20"):
    print(*row)
