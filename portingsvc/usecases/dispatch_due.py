"""Send what is due: intent, call, result — three steps, the call outside any transaction (NP-08).

The intent (state, lease, bytes) is committed before the gateway is called. Whatever then becomes of us, the
row says that a request may be under way, and nothing is sent again until its fate is known.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta
from typing import Final

from infra.failpoints import failpoint
from infra.settings import get_settings
from portingsvc.domain.outcomes import Submission
from portingsvc.gateways.clearinghouse import Clearinghouse
from portingsvc.usecases.claim_due import Intent, claim
from portingsvc.usecases.record_sent import record

_log = logging.getLogger(__name__)
_MOST_AT_ONCE: Final = 1000
_Result = tuple[Intent, Submission | None]


def dispatch_due(gateway: Clearinghouse, limit: int = _MOST_AT_ONCE, concurrency: int | None = None) -> int:
    """Claim, send and record until nothing is due or `limit` is reached; returns how many were claimed.

    Senders work side by side while this thread claims the next ones and records results, as many at a time
    as have come. Any number of dispatchers may run at once.
    """
    wide = concurrency or get_settings().dispatch_concurrency
    claimed, dry = 0, False
    under_way: set[Future[_Result]] = set()
    with ThreadPoolExecutor(max_workers=wide) as pool:
        while True:
            # Twice as many as there are senders: none waits for a claim, none waits long with its lease running.
            if not dry and len(under_way) <= wide and claimed < limit:
                intents = claim(gateway.name, min(2 * wide - len(under_way), limit - claimed))
                claimed += len(intents)
                dry = not intents
                under_way |= {pool.submit(_send, gateway, intent) for intent in intents}
            if not under_way:
                return claimed
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            _record_those(future.result() for future in done)


def _record_those(results: Iterable[_Result]) -> None:
    told = [(intent, submission) for intent, submission in results if submission is not None]
    if told:
        record(told)


def _send(gateway: Clearinghouse, intent: Intent) -> _Result:
    failpoint("before_call")
    # The fence: a sender that slept past its lease must not send, for others may by now have looked it up.
    # Should it sleep right after this line, the gateway itself refuses what comes too late (`Valid-Until`).
    valid_until = datetime.now(UTC) + timedelta(seconds=get_settings().gateway_timeout_seconds)
    if valid_until >= intent.lease_until:
        _log.warning("lease over, left to the look-up", extra={"attempt": str(intent.attempt_id)})
        return intent, None
    return intent, gateway.submit(intent.key, intent.payload, valid_until)
