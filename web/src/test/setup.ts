import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// Generous for a busy machine; what appears in time never waits for it.
configure({ asyncUtilTimeout: 10_000 });

// What a browser has and jsdom does not.
window.matchMedia = (question: string) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: question,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
window.scrollTo = () => undefined;
globalThis.ResizeObserver = class {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
};

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.useRealTimers();
});
