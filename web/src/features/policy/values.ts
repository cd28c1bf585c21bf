import type { PolicyShape } from "../../api/views";
import { useMessages } from "../../i18n";
import { fromFen, type PolicyDocument } from "./document";
import { messages } from "./messages";

/** What a constant is in this document, as people say it. */
export function useValues(shape: PolicyShape, document: PolicyDocument): (field: string) => string {
  const t = useMessages(messages);
  return (field) => {
    const constant = shape.constants.find((one) => one.field === field);
    if (constant === undefined) return "–";
    const value = document[field] ?? constant.ofTheHouse;
    if (typeof value !== "number") return String(value);
    if (constant.unit === "FEN") return fromFen(value);
    const unit = constant.unit;
    return unit === "DAYS" || unit === "HOURS" || unit === "MINUTES" || unit === "TIMES" || unit === "SCORE"
      ? `${value} ${t[unit]}`
      : String(value);
  };
}
