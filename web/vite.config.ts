import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import type { Connect, Plugin, PreviewServer, ViteDevServer } from "vite";

const server = process.env.ANXIN_SERVER ?? "http://localhost:8080";
const proxy = { "/api": { target: server, ws: true, xfwd: true } };
const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Single-page applications on one address: /portal/… is the customers', /widget/… their chat, all else the staff's. */
function portalPages(): Plugin {
  const toPortal: Connect.NextHandleFunction = (request, _response, next) => {
    const path = request.url?.split("?")[0] ?? "";
    if (/^\/portal(\/[^.]*)?$/.test(path)) request.url = "/portal.html";
    if (/^\/widget\/[^.]*$/.test(path)) request.url = "/widget.html";
    next();
  };
  const use = (house: ViteDevServer | PreviewServer) => void house.middlewares.use(toPortal);
  return { name: "anxin-portal-pages", configureServer: use, configurePreviewServer: use };
}

export default defineConfig({
  plugins: [react(), portalPages()],
  server: { proxy },
  preview: { proxy },
  build: {
    target: "es2023",
    sourcemap: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { desk: page("index.html"), portal: page("portal.html"), widget: page("widget.html") },
    },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    restoreMocks: true,
    // Generous for a busy machine; a test that passes never waits for it.
    testTimeout: 30_000,
  },
});
