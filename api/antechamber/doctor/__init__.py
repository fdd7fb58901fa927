"""Whether the office and the machine under it are in order, and what to do where they are not."""

from antechamber.doctor.examination import examine
from antechamber.doctor.finding import Finding

__all__ = ["Finding", "examine"]
