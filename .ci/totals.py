"""Adds up the reports of Surefire and Failsafe; fails on a failed, a skipped or no test at all."""

import glob
import sys
import xml.etree.ElementTree as xml

NAMES = ("tests", "failures", "errors", "skipped")


def called(case):
    return f"{case.get('classname')}.{case.get('name')}"


def beginning(trace, lines=15):
    return "\n  ".join(trace.strip().splitlines()[:lines])


def totals():
    sums = dict.fromkeys(NAMES, 0)
    for report in glob.glob("*/target/*-reports/TEST-*.xml"):
        suite = xml.parse(report).getroot()
        for name in NAMES:
            sums[name] += int(suite.get(name, 0))
        for case in suite.iter("testcase"):
            for skipped in case.iter("skipped"):
                print(f"ci: skipped {called(case)}: {skipped.get('message')}")
            for failed in [*case.iter("failure"), *case.iter("error")]:
                print(f"ci: failed {called(case)}: {beginning(failed.text or '')}")
    return sums


sums = totals()
failed = sums["failures"] + sums["errors"]
passed = sums["tests"] - failed - sums["skipped"]
print(f"{passed} passed, {failed} failed, {sums['skipped']} skipped")
sys.exit(1 if failed or sums["skipped"] or not passed else 0)
