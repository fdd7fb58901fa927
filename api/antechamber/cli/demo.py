"""`antechamber demo`: the whole gate on a throwaway office with fictional people."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from antechamber import audit
from antechamber.cli.faults import stop
from antechamber.cli.serving import listen, serve_until_stopped
from antechamber.demo.lists import choose
from antechamber.demo.run import demonstrate
from antechamber.demo.show import Show, console
from antechamber.demo.stage import Stage
from antechamber.identity import tokens
from antechamber.screening.folder import BadFolder
from antechamber.shipped import CHECKOUT
from antechamber.tables import UserRow
from antechamber.work import Everywhere

AN_HOUR = timedelta(hours=1)


def demo(
    lists: Annotated[
        Path | None, typer.Option(help="A folder of real lists, to search as well.")
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="Then serve the office, until interrupted.")
    ] = False,
) -> None:
    """Walk three fictional initiatives through a throwaway office and show every decision.

    The exit code is 1 where anything is not as it must be.
    """
    show = Show(console())
    try:
        then = partial(_serve, show) if serve else None
        good = demonstrate(choose(lists), show, then)
    except BadFolder as bad:
        stop(f"{lists}: {bad}")
    if not good:
        stop("Not everything is as it must be; see above.", code=1)
    if not serve:
        _say_what_next(show)


def _serve(show: Show, stage: Stage) -> None:
    """Serve the story's office on a free port, its clock running on from where it stands."""
    initiative = next(each for each in stage.story.initiatives if each.id == "INI-TAS")
    convener = stage.convener(initiative)
    stage.clock.run()
    with stage.office.work(Everywhere(convener.handle)) as work:
        holder = work.session.get_one(UserRow, convener.user_id)
        secret = tokens.issue(work, holder, convener.role, lifetime=AN_HOUR)
        audit.append(work, "token.issued", holder.id)
    with listen("127.0.0.1", 0) as bound:
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        show.head(f"Serving on {url}, clock at {stage.clock():%Y-%m-%d %H:%M} UTC")
        show.say(f"A token of {convener.handle}, who convenes {initiative.code_name}: good for an")
        show.say("hour, shown this once. Ctrl-C ends it and removes the office.")
        for line in _calls(stage, url, secret):
            show.verbatim(line)
        serve_until_stopped(stage.office, bound, indexes=stage.indexes)


def _calls(stage: Stage, url: str, secret: str) -> list[str]:
    """Return shell lines: list the initiatives, preview a session, withdraw a consent."""
    send = 'curl -s -H "Authorization: Bearer $TOKEN"'
    post = f'{send} -X POST -H "Idempotency-Key: $(date +%s%N)"'
    session, person = stage.sessions["TAS-S2"], stage.people["T08"]
    return [
        f"TOKEN={secret}",
        f"{send} {url}/v1/initiatives",
        f"{post} {url}/v1/sessions/{session}/preview",
        f"{post} {url}/v1/participants/{person}/consents/withdraw",
        f"{send} {url}/v1/sessions/{session}   # suspended now",
    ]


def _say_what_next(show: Show) -> None:
    run = "./dev run" if (CHECKOUT / "dev").is_file() else "antechamber"
    show.head("What to try next (the office of this demonstration is removed)")
    for command, what in (
        ("demo --serve", "the same office over HTTP, with a token"),
        ("rules test", "every rule against the scenarios that come with it"),
        ("init --help", "an office of your own"),
    ):
        show.verbatim(f"  {run} {command:16} {what}")
