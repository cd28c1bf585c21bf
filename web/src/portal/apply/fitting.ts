import type { PortalOrder, Reason } from "../contract";

const EATEN = ["FRESH", "FOOD", "MEDICINE"];
const KEPT_A_WHILE = [...EATEN, "COSMETICS"];
const NOT_YET_THERE = ["UNSHIPPED", "SHIPPED", "READY_FOR_PICKUP"];
const BY_CARRIER = ["SHIPPED", "SIGNED"];

/** What one can only say of goods one holds. */
const IN_HAND = [
  "NO_REASON",
  "QUALITY",
  "NOT_AS_DESCRIBED",
  "WRONG_ITEM",
  "MISSING_PARTS",
  "LOGISTICS_DAMAGE",
  "COUNTERFEIT",
  "SAFETY_INCIDENT",
];

/** The reasons that can be meant with this order; spoiled food is no worry of somebody who bought a dress. */
export function fittingReasons(reasons: Reason[], order: PortalOrder): Reason[] {
  const holds = (categories: string[]) => order.lines.some(({ category }) => categories.includes(category));
  const there = !NOT_YET_THERE.includes(order.fulfil);
  return reasons.filter(({ code }) => {
    switch (code) {
      case "ROTTEN":
      case "SHORT_WEIGHT":
        return there && holds(["FRESH", "FOOD"]);
      case "EXPIRED_GOODS":
        return there && holds(KEPT_A_WHILE);
      case "FOOD_SAFETY":
        return there && holds(EATEN);
      case "NOT_RECEIVED":
        return BY_CARRIER.includes(order.fulfil);
      case "LATE_SHIPMENT":
        return order.fulfil === "UNSHIPPED" || order.fulfil === "SHIPPED";
      default:
        return there || !IN_HAND.includes(code);
    }
  });
}
