"""`python -m bench._server MODULE:FACTORY PORT`: an app behind uvicorn, made and served as `vaxla web` does."""

from __future__ import annotations

import sys

import uvicorn
from uvicorn.importer import import_from_string

from infra.collector import leave_what_stays

if __name__ == "__main__":
    app = import_from_string(sys.argv[1])()
    leave_what_stays()
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=int(sys.argv[2]),
        log_config=None,
        proxy_headers=True,
        server_header=False,
    )
