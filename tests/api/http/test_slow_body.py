"""A body that trickles in is given up, however lively its sender."""

import asyncio
from typing import Any

import pytest
from fastapi import HTTPException

from antechamber.http.body_limit import BodyLimit


async def read_all(_scope: Any, receive: Any, _send: Any) -> None:
    while (await receive()).get("more_body"):
        pass


def test_a_body_that_never_ends_is_given_up_after_the_time_allowed() -> None:
    async def trickle() -> dict[str, Any]:
        await asyncio.sleep(0.05)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def ask() -> None:
        limit = BodyLimit(read_all, most=1 << 20, within=1)
        await limit({"type": "http", "headers": []}, trickle, lambda _: asyncio.sleep(0))

    with pytest.raises(HTTPException) as refused:
        asyncio.run(asyncio.wait_for(ask(), timeout=10))
    assert refused.value.status_code == 400


def test_waiting_for_a_disconnect_after_the_body_is_not_cut_short() -> None:
    seen: list[int] = []

    async def once_then_wait() -> dict[str, Any]:
        if seen:
            await asyncio.sleep(1.3)
            return {"type": "http.disconnect"}
        seen.append(1)
        return {"type": "http.request", "body": b"{}", "more_body": False}

    async def read_twice(_scope: Any, receive: Any, _send: Any) -> None:
        await receive()
        assert (await receive())["type"] == "http.disconnect"

    limit = BodyLimit(read_twice, most=1 << 20, within=1)
    asyncio.run(limit({"type": "http", "headers": []}, once_then_wait, lambda _: asyncio.sleep(0)))
