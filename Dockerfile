# The bot in a container: built beside a compiler, run without one, without tests, and as a user who may write to /data alone.

FROM node:22-bookworm AS production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:22-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY build.mjs tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY commands ./commands
RUN node build.mjs

FROM node:22-bookworm-slim
WORKDIR /app
COPY --from=production /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production DATABASE_URL=file:/data/society-bot.sqlite
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["node", "dist/src/cli/bot.js", "health"]
CMD ["node", "--max-semi-space-size=4", "--heap-growing-percent=20", "--interrupt-budget=20000", "dist/src/main.js"]
