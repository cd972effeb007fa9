"""The whole product on a virtual clock, in a process of its own, told what to do line by line on stdin."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

from entrypoints.demo import cast
from entrypoints.embedded import embedded, free_port


def main() -> None:
    with embedded(Path(sys.argv[1]), free_port(), clock="virtual", doorbell_seconds=0.4) as product:
        from entrypoints.demo.story import Story

        story = Story(product, lambda _: None)
        secret = story.prepare()
        print(json.dumps({"base_url": product.base_url, "mail": str(product.mail.directory)}), flush=True)
        for line in sys.stdin:
            word, _, rest = line.strip().partition(" ")
            if word == "order":
                story.order(secret)
                story.time.settle()
            elif word == "settle":
                story.time.settle()
            elif word == "workdays":
                story.time.next_workday(int(rest))
            elif word == "goto":
                story.time.go_to(datetime.fromisoformat(rest))
            elif word == "script":
                product.gateway.script(cast.SCRIPT)
            print(json.dumps({"done": word, "case": story.case_id}), flush=True)
        story.close()


main()
