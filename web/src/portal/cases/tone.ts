/** How a state feels to the customer, from which follow its colours. */
export type Tone = "go" | "you" | "no" | "over";

const YOURS = ["NEED_EVIDENCE", "AWAITING_CHOICE", "INSPECTION_DISPUTE"];

export function toneOf(state: string): Tone {
  if (state === "REFUSED") return "no";
  if (state === "CLOSED") return "over";
  return YOURS.includes(state) ? "you" : "go";
}

const CUSTOMER_MOVES = [...YOURS, "WAIT_BUYER_RETURN", "REPLACEMENT_SHIPPED"];

export const isCustomersTurn = (state: string) => CUSTOMER_MOVES.includes(state);
