import { say } from "../../i18n";
import type { PortalOrder } from "../contract";
import { messages } from "./messages";

/** Where the order stands, in the customer's words; how it was paid matters only while it was not. */
export function orderState(order: PortalOrder): string {
  const words: Readonly<Record<string, unknown>> = say(messages);
  const state = order.payStatus === "PAID" ? order.fulfil : order.payStatus;
  const text = words[state];
  return typeof text === "string" ? text : state;
}
