# Buddy as a container: no build step, the same files as in a checkout, nothing that only tests need, and one Node.
# docs/operating.md says how to run it; test/deploy/ checks that what is copied here is enough.

FROM node:24-bookworm-slim AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Where a registry or a proxy has a certificate of the hospital's own: docker build --secret id=ca,src=hospital-ca.pem
RUN --mount=type=secret,id=ca,target=/run/ca.pem \
  if [ -f /run/ca.pem ]; then export NODE_EXTRA_CA_CERTS=/run/ca.pem; fi && \
  npm ci --omit=dev --omit=optional --no-audit --no-fund --loglevel=error && \
  # What the package node was unpacked from: the same program once more.
  rm -r node_modules/node/node_modules
COPY adapters adapters
COPY migrations migrations
COPY prompts prompts
COPY src src
# Started once, with platforms that answer nothing, so that what Node compiles is in the image: docs/decisions/0017-compile-cache.md.
# Node keeps it for each uid apart; below it belongs to root, so the program cannot write what it will run.
RUN install -d -o node -g node node_modules/.cache/buddy && \
  { setpriv --reuid=1000 --regid=1000 --clear-groups env SLACK_BOT_TOKEN=xoxb-nobody SLACK_SIGNING_SECRET=none \
    SLACK_API_URL=http://127.0.0.1:9 TEAMS_LOCAL_NO_AUTH=true PORT=0 LOG_LEVEL=silent DATABASE_URL=sqlite:/tmp/once.db \
    timeout 20 src/start.sh src/main.ts || true; } && \
  chmod -R a+rX node_modules

FROM debian:bookworm-slim
# Which commit it's made of, where the builder says so: docker build --build-arg REVISION=$(git rev-parse HEAD)
ARG REVISION=
LABEL org.opencontainers.image.title=Buddy org.opencontainers.image.version=0.1.0 org.opencontainers.image.licenses=MIT \
  org.opencontainers.image.description="A chat bot that keeps clinicians connected" org.opencontainers.image.revision=$REVISION
WORKDIR /app
COPY --from=install --chown=0:0 /app/node_modules node_modules
COPY --chown=0:0 package.json LICENSE ./
COPY --chown=0:0 adapters adapters
COPY --chown=0:0 migrations migrations
COPY --chown=0:0 prompts prompts
COPY --chown=0:0 src src

# The only place that is written to. A volume takes over its owner from here. `buddy` runs the commands, from any folder.
RUN chmod -R a+rX,go-w adapters migrations prompts src package.json LICENSE && \
  install -d -o 1000 -g 1000 -m 0700 /data && ln -s /data data && ln -s /app/src/buddy.sh /usr/local/bin/buddy
VOLUME /data

ENV NODE_ENV=production PLAYGROUND=false HOST=0.0.0.0 PORT=3000 DATABASE_URL=sqlite:/data/buddy.db
EXPOSE 3000
USER 1000:1000
STOPSIGNAL SIGTERM

# Docker's own; podman builds it in with --format docker.
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s --retries=3 \
  CMD ["node_modules/.bin/node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["src/start.sh", "src/main.ts"]
