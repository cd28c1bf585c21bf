import type { components } from "../api/schema";

export type ChatFile = Required<components["schemas"]["AttachmentView"]>;
export type ChatMessage = Omit<Required<components["schemas"]["ChatMessage"]>, "attachments"> & {
  attachments: ChatFile[];
};
export type ChatPlace = Required<components["schemas"]["ChatPlace"]>;
export type ChatView = Omit<Required<components["schemas"]["ChatView"]>, "messages" | "place"> & {
  messages: ChatMessage[];
  place: ChatPlace | null;
};

/** Typed and not yet taken by the server, under the id by which it is known however often it is sent. */
export interface Unsent {
  id: string;
  text: string;
  /** Files that are with the server already. */
  files: readonly ChatFile[];
  failed: boolean;
}

export interface Talk {
  conversation: string | null;
  state: ChatView["state"];
  said: readonly ChatMessage[];
  /** Where one waits, while nobody has it. */
  place: ChatPlace | null;
  /** The bot answers. */
  bot: boolean;
  /** Whoever waits may go back to it. */
  botOffered: boolean;
}

export const SILENCE: Talk = {
  conversation: null,
  state: null,
  said: [],
  place: null,
  bot: false,
  botOffered: false,
};

/**
 * What came behind what one has. Another conversation stands behind the one before it; what is heard again is as it
 * is now.
 */
export function heard(before: Talk, view: ChatView): Talk {
  const now = new Map(view.messages.map((one) => [one.id, one]));
  const known = new Set(before.said.map((one) => one.id));
  return {
    conversation: view.conversation,
    state: view.state,
    place: view.place,
    bot: view.bot,
    botOffered: view.botOffered,
    said: [
      ...before.said.map((one) => now.get(one.id) ?? one),
      ...view.messages.filter((one) => !known.has(one.id)),
    ],
  };
}

const waits = (one: ChatMessage) =>
  one.attachments.some((file) => file.state === "FETCHING" || file.state === "CHECKING");

/** Whether a file is not there yet. */
export const waitsForFile = (talk: Talk): boolean => talk.said.some(waits);

/** The number behind which one asks: before a message whose file is not there yet, it is looked at again. */
export function lastSeq(talk: Talk): number {
  if (talk.conversation === null) return 0;
  const waiting = talk.said.find(waits);
  return waiting === undefined ? (talk.said.at(-1)?.seq ?? 0) : waiting.seq - 1;
}
