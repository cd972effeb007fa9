"""`python -m bench._server MODULE:FACTORY PORT`: an app behind uvicorn, with the settings of `vaxla web`."""

from __future__ import annotations

import sys

import uvicorn

if __name__ == "__main__":
    uvicorn.run(
        sys.argv[1],
        factory=True,
        host="127.0.0.1",
        port=int(sys.argv[2]),
        log_config=None,
        proxy_headers=True,
        server_header=False,
    )
