# check-claims with what it reads PDF and office files with, and with git for --since. docs/install.md says how to run it.
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY checker checker
RUN python -m pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.13-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    # a mounted folder belongs to whoever mounts it
    && git config --system --add safe.directory '*'
COPY --from=build /wheels /wheels
RUN python -m pip install --no-cache-dir "$(echo /wheels/*.whl)[docs,statistics]" && rm -r /wheels
ENV CHECK_CLAIMS_CACHE=/tmp/check-claims
WORKDIR /documents
ENTRYPOINT ["check-claims"]
