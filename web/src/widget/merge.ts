import type { components } from "../api/schema";

export type ChatMessage = Required<components["schemas"]["ChatMessage"]>;
export type ChatPlace = Required<components["schemas"]["ChatPlace"]>;
export type ChatView = Omit<Required<components["schemas"]["ChatView"]>, "messages" | "place"> & {
  messages: ChatMessage[];
  place: ChatPlace | null;
};

/** Typed and not yet taken by the server, under the id by which it is known however often it is sent. */
export interface Unsent {
  id: string;
  text: string;
  failed: boolean;
}

export interface Talk {
  conversation: string | null;
  state: ChatView["state"];
  said: readonly ChatMessage[];
  /** Where one waits, while nobody has it. */
  place: ChatPlace | null;
}

export const SILENCE: Talk = { conversation: null, state: null, said: [], place: null };

/** What came behind what one has. Another conversation stands behind the one before it. */
export function heard(before: Talk, view: ChatView): Talk {
  const known = new Set(before.said.map((one) => one.id));
  return {
    conversation: view.conversation,
    state: view.state,
    place: view.place,
    said: [...before.said, ...view.messages.filter((one) => !known.has(one.id))],
  };
}

/** The number behind which one asks. */
export function lastSeq(talk: Talk): number {
  return talk.conversation === null ? 0 : (talk.said.at(-1)?.seq ?? 0);
}
