"""An analyst who queries while runs are killed: every state that can be opened must be a whole one.

python reader.py WAREHOUSE BATCH_SIZE: until standard input closes, then {"reads", "states", "errors"} on standard output.
"""

import json
import select
import sys
from pathlib import Path

import duckdb

# Each batch is there whole or not at all, the ticker tells the newest one, and what is derived is there with its document.
QUESTION = """
with batches as (
    select
        split_part(document_id, '-', 1) as batch,
        count(*) as documents
    from documents
    where document_id != 'ticker.txt'
    group by batch
)

select
    (select count(*) from batches where documents != $size) as torn,
    (select max(batch) from batches) as newest,
    (select regexp_extract(text, 'b[0-9]+') from documents where document_id = 'ticker.txt') as ticker,
    (select count(*) from documents anti join sentences using (document_id)) as unmined,
    (select count(*) from events anti join documents using (document_id)) as orphans,
    (select count(*) from documents) as documents,
    (select count(*) from timeline) as rows
"""


def main() -> None:
    """Open, ask twice, close, and again."""
    warehouse, size = Path(sys.argv[1]), int(sys.argv[2])
    reads = 0
    states: set[tuple[object, ...]] = set()
    errors: list[str] = []
    while not select.select([sys.stdin], [], [], 0.02)[0]:
        if not warehouse.exists():
            continue
        try:
            with duckdb.connect(str(warehouse), read_only=True) as connection:
                first = connection.execute(QUESTION, {"size": size}).fetchone()
                again = connection.execute(QUESTION, {"size": size}).fetchone()
        except duckdb.Error as error:
            errors.append(str(error))
            continue
        reads += 1
        assert first is not None
        if first[0] or first[3] or first[4] or first[1] != first[2] or first != again or not first[6]:
            errors.append(f"no whole state: {first} then {again}")
        states.add(first)
    print(json.dumps({"reads": reads, "states": len(states), "errors": errors[:5]}))


if __name__ == "__main__":
    main()
