import subprocess
import sqlite3
from pathlib import Path

import pytest
from antechamber.office import Office

def test_it_opens(office: Office) -> None:
    with office.reading("user:1") as work:
        assert work.now

def test_it_opens2(office: Office) -> None:
    with office.reading("user:1") as work:
        assert work.now
