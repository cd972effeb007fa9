# Built in one stage, run in another: the running image has no compiler, no package manager of ours, no root.
FROM python:3.11.13-slim-bookworm AS build
RUN pip install --no-cache-dir uv==0.13.8
WORKDIR /app
COPY pyproject.toml uv.lock README.md ./
RUN uv sync --frozen --no-dev --no-install-project
COPY . .
RUN uv sync --frozen --no-dev

FROM python:3.11.13-slim-bookworm
RUN groupadd --gid 10001 vaxla && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin vaxla \
    && mkdir /state /mail && chown 10001:10001 /state /mail
COPY --from=build --chown=root:root /app /app
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --retries=6 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/live', timeout=3)"]
CMD ["vaxla", "web", "--host", "0.0.0.0", "--port", "8000"]
