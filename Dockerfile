# Buddy as a container: no build step, the same files as in a checkout, and nothing that only tests need.
# docs/operating.md says how to run it; test/deploy/ checks that what is copied here is enough.

FROM node:24-bookworm-slim AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm install --omit=dev --omit=optional --no-save --no-audit --no-fund --loglevel=error
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
  chmod -R a+rX node_modules/.cache

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=install /app/node_modules node_modules
COPY package.json LICENSE ./
COPY adapters adapters
COPY migrations migrations
COPY prompts prompts
COPY src src

# The only place that is written to. A volume takes over its owner from here.
RUN install -d -o node -g node -m 0700 /data
VOLUME /data

ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=sqlite:/data/buddy.db
EXPOSE 3000
USER 1000:1000
STOPSIGNAL SIGTERM

# The Node of package-lock.json, as everywhere else; the image's own only installs.
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s --retries=3 \
  CMD ["node_modules/.bin/node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["src/start.sh", "src/main.ts"]
