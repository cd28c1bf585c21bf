/** What happened in the house, as it is pushed to browsers. */
export interface LiveFact<Data = Record<string, unknown>> {
  id: string;
  type: string;
  subject: string;
  shop: string | null;
  at: string;
  data: Data;
}

export type Connection = "idle" | "connecting" | "live" | "offline";

interface LiveOptions {
  url: () => string;
  open?: (url: string) => WebSocket;
  /** 0…1; spreads the reconnects of many tabs after a restart of the server. */
  random?: () => number;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
/** The server lets no 20 s pass without a word; after twice that and a little the line is dead. */
const LONGEST_SILENCE = 45_000;

/**
 * One WebSocket per tab that comes back by itself and asks for everything since the last fact it heard.
 * When the server has forgotten that fact it says so, and `onReset` tells the readers to fetch anew.
 */
export class Live {
  readonly #options: Required<LiveOptions>;
  readonly #facts = new Set<(fact: LiveFact) => void>();
  readonly #resets = new Set<() => void>();
  readonly #watchers = new Set<() => void>();
  #connection: Connection = "idle";
  #socket: WebSocket | null = null;
  #lastId: string | null = null;
  /** What was fetched before the line stood, or over a gap that cannot be replayed, may be old. */
  #stale = true;
  #attempts = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveOptions) {
    this.#options = { open: (url) => new WebSocket(url), random: Math.random, ...options };
  }

  start() {
    if (this.#connection !== "idle") return;
    window.addEventListener("online", this.#tryNow);
    window.addEventListener("offline", this.#noticeOffline);
    document.addEventListener("visibilitychange", this.#tryNow);
    this.#connect();
  }

  stop() {
    window.removeEventListener("online", this.#tryNow);
    window.removeEventListener("offline", this.#noticeOffline);
    document.removeEventListener("visibilitychange", this.#tryNow);
    clearTimeout(this.#timer);
    this.#drop();
    this.#lastId = null;
    this.#stale = true;
    this.#attempts = 0;
    this.#become("idle");
  }

  onFact(listener: (fact: LiveFact) => void): () => void {
    this.#facts.add(listener);
    return () => void this.#facts.delete(listener);
  }

  onReset(listener: () => void): () => void {
    this.#resets.add(listener);
    return () => void this.#resets.delete(listener);
  }

  /** For `useSyncExternalStore`. */
  readonly watch = (listener: () => void): (() => void) => {
    this.#watchers.add(listener);
    return () => void this.#watchers.delete(listener);
  };

  readonly connection = (): Connection => this.#connection;

  #connect() {
    clearTimeout(this.#timer);
    this.#become(this.#attempts === 0 ? "connecting" : "offline");
    const socket = this.#options.open(this.#options.url());
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ since: this.#lastId }));
    socket.onmessage = (message) => {
      this.#listenFor(socket);
      this.#hear(String(message.data));
    };
    socket.onclose = () => this.#lost(socket);
    this.#listenFor(socket);
  }

  /** A line over a network that went away may stay "open" for many minutes without a word. */
  #listenFor(socket: WebSocket) {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lost(socket), LONGEST_SILENCE);
  }

  #hear(text: string) {
    const heard = JSON.parse(text) as Partial<LiveFact> & {
      ready?: string;
      reset?: boolean;
      beat?: string | null;
    };
    if (heard.reset === true) {
      this.#lastId = null;
      this.#stale = true;
    } else if (typeof heard.ready === "string") {
      this.#lastId = heard.ready;
      this.#attempts = 0;
      this.#become("live");
      if (this.#stale) for (const listener of [...this.#resets]) listener();
      this.#stale = false;
    } else if (typeof heard.beat === "string") {
      this.#lastId = heard.beat;
    } else if (typeof heard.id === "string" && typeof heard.type === "string") {
      this.#lastId = heard.id;
      for (const listener of [...this.#facts]) listener(heard as LiveFact);
    }
  }

  #lost(socket: WebSocket) {
    if (socket !== this.#socket) return;
    this.#drop();
    this.#become("offline");
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#attempts);
    this.#attempts += 1;
    this.#timer = setTimeout(() => this.#connect(), wait * (0.5 + this.#options.random() / 2));
  }

  #drop() {
    clearTimeout(this.#silence);
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  readonly #tryNow = () => {
    if (this.#socket === null && document.visibilityState === "visible") this.#connect();
  };

  /** The browser knows before the socket does. */
  readonly #noticeOffline = () => {
    if (this.#socket !== null) this.#lost(this.#socket);
  };

  #become(connection: Connection) {
    if (this.#connection === connection) return;
    this.#connection = connection;
    for (const watcher of [...this.#watchers]) watcher();
  }
}

/** One browser may hold a staff and a customer session at once; the page says for whom it listens. */
function liveAddress(): string {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const whose = /^\/(portal|widget)(\/|$)/.test(location.pathname) ? "?as=customer" : "";
  return `${scheme}//${location.host}/api/v1/live${whose}`;
}

export const live = new Live({ url: liveAddress });
