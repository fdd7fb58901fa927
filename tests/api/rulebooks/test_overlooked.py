"""What would be passed over in silence in a folder of policies is refused."""

import shutil
from pathlib import Path

import pytest

from antechamber.policies import read_files, read_whole
from antechamber.shipped import policies_folder
from antechamber_compliance.policy import BadPolicy


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(policies_folder(), folder / "rules"))


def test_a_pack_that_is_a_link_is_refused(tmp_path: Path) -> None:
    rules = copied(tmp_path)
    (rules / "safeguarding").rename(tmp_path / "elsewhere")
    (rules / "safeguarding").symlink_to(tmp_path / "elsewhere")
    for read in (read_files, read_whole):
        with pytest.raises(BadPolicy, match="safeguarding:1:1: is a link to a folder"):
            read(rules)


def test_a_rule_whose_name_ends_in_capitals_is_refused(tmp_path: Path) -> None:
    rules = copied(tmp_path)
    (page,) = (rules / "safeguarding").glob("SAF-03-*.toml")
    page.rename(page.with_suffix(".TOML"))
    with pytest.raises(BadPolicy, match=r"passed over unless its name ends in \.toml"):
        read_files(rules)
