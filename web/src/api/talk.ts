import { useEffect, useRef } from "react";

/** What stands beside a conversation may know of it and do with it. */
export interface Talk {
  conversation: string;
  shop: string;
  /** What the customer said last; null: nothing yet. */
  asked: string | null;
  /** What was answered last. */
  answered: string | null;
  mayAnswer: boolean;
  /** Puts a text behind what is typed already. */
  insert: (text: string) => void;
}

/** An answer while it is typed. */
export interface Typed {
  shop: string;
  text: string;
  write: (text: string) => void;
}

const inserting = new EventTarget();

export function insertInto(conversation: string, text: string) {
  inserting.dispatchEvent(new CustomEvent(conversation, { detail: text }));
}

/** Hears what is to be put into the answer of this conversation. */
export function useInserted(conversation: string, take: (text: string) => void) {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const hear = (event: Event) => {
      if (event instanceof CustomEvent && typeof event.detail === "string") latest.current(event.detail);
    };
    inserting.addEventListener(conversation, hear);
    return () => inserting.removeEventListener(conversation, hear);
  }, [conversation]);
}
