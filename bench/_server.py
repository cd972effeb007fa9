"""`python -m bench._server MODULE:FACTORY PORT`: an app served as `vaxla web` serves the product."""

from __future__ import annotations

import sys

from uvicorn.importer import import_from_string

from entrypoints.serving import serve

if __name__ == "__main__":
    serve(import_from_string(sys.argv[1])(), "127.0.0.1", int(sys.argv[2]))
