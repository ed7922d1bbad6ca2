"""What Prefect remembers of old runs: our own database forgets them, so that hourly runs do not fill the disk."""

import asyncio
import time
from pathlib import Path

from hawliyat.flows.settings import Settings

RUNS_DAYS = 30
EVENTS_DAYS = 3
_DAY_SECONDS = 24 * 3600


def variables() -> dict[str, str]:
    """Prefect's settings for it; the services of a lasting server keep to them by themselves."""
    return {
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(RUNS_DAYS * _DAY_SECONDS),
        "PREFECT_SERVER_EVENTS_RETENTION_PERIOD": f"P{EVENTS_DAYS}D",
    }


def is_due(settings: Settings) -> bool:
    """Whether a day has passed since the last time."""
    stamp = _stamp(settings)
    return not stamp.exists() or time.time() - stamp.stat().st_mtime > _DAY_SECONDS


def prune(settings: Settings) -> None:
    """Remove runs that ended more than RUNS_DAYS ago, with their logs and artifacts, and older events.

    For the API that lasts one command: it is gone before the services of a server would come round to it. Prefect has been
    imported with `variables`.
    """
    from prefect.server.database import provide_database_interface
    from prefect.server.services.db_vacuum import (
        vacuum_old_events,
        vacuum_old_flow_runs,
        vacuum_orphaned_logs,
    )

    async def vacuum() -> None:
        database = provide_database_interface()
        await vacuum_old_flow_runs(db=database)
        await vacuum_orphaned_logs(db=database)
        await vacuum_old_events(db=database)

    asyncio.run(vacuum())
    _stamp(settings).touch()


def _stamp(settings: Settings) -> Path:
    return settings.prefect_home / "pruned"
