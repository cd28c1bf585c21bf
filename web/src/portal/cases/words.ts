import { say, type Language } from "../../i18n";
import { messages } from "./messages";

/** A code of the server in the customer's words; the fallback where we have none. */
export function wordFor(code: string, language: Language, fallback: string = code): string {
  const words: Readonly<Record<string, unknown>> = say(messages, language);
  const found = words[code];
  return typeof found === "string" ? found : fallback;
}
