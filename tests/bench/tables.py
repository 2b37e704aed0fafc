"""How long openpyxl takes to go through every row of a workbook in its read-only mode, without making anything of it.

Usage: python3 tables.py FILE    prints how many rows it found, the seconds of the fastest run, its peak memory in KiB
"""

import json
import resource
import sys
import time

try:
    import openpyxl
except ImportError:
    sys.exit("openpyxl is not there: pip install openpyxl, for the python3 that is first in PATH")

times = []
start = time.perf_counter()
while not times or (len(times) < 3 and time.perf_counter() - start < 20):
    before = time.perf_counter()
    book = openpyxl.load_workbook(sys.argv[1], read_only=True)
    rows = sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))
    book.close()
    times.append(time.perf_counter() - before)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"rows": rows, "seconds": min(times), "peak": peak}))
