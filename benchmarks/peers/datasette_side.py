"""Run by the Python of `.venv-peers`: the milliseconds that Datasette takes for each page, and the rows it finds, as JSON.

python benchmarks/peers/datasette_side.py FILE REPEATS QUERY…
"""

import asyncio
import json
import statistics
import sys
import time

from datasette.app import Datasette

# As long as it takes: with the limits of its own it would leave a facet out rather than be slow
UNHURRIED = {"sql_time_limit_ms": 60_000, "facet_time_limit_ms": 60_000, "facet_suggest_time_limit_ms": 1}
UNHURRIED |= {"suggest_facets": False, "default_page_size": 25, "default_facet_size": 50}


async def measure(file, repeats, queries):
    datasette = Datasette([file], settings=UNHURRIED)
    await datasette.invoke_startup()
    found = {}
    for query in queries:
        took = []
        for _ in range(repeats + 1):
            start = time.perf_counter()
            response = await datasette.client.get(f"/rows/partnerships?{query}")
            took.append((time.perf_counter() - start) * 1000)
            response.raise_for_status()
        told = (await datasette.client.get(f"/rows/partnerships.json?{query}")).json()
        found[query] = (statistics.median(took[1:]), told["filtered_table_rows_count"])
    return found


if __name__ == "__main__":
    path, times, *asked = sys.argv[1:]
    sys.stdout.write(json.dumps(asyncio.run(measure(path, int(times), asked))))
