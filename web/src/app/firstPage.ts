import type { Permission } from "../api/views";
import { adminPages } from "./adminPages";

const OWN_WORK = [
  { to: "/desk", needs: "CASE_READ" },
  { to: "/store", needs: "STORE_WORK" },
  { to: "/conversations", needs: "CONVERSATION_READ" },
  { to: "/warehouse", needs: "WAREHOUSE_WORK" },
  { to: "/logistics", needs: "LOGISTICS_WORK" },
  { to: "/making", needs: "PRODUCT_WORK" },
  { to: "/refunds", needs: "FINANCE_WORK" },
  { to: "/tickets", needs: "TICKET_READ" },
  { to: "/requests", needs: "TICKET_ANSWER" },
] as const satisfies { to: string; needs: Permission }[];

/** Where somebody's own work is: the first page that their rights open. */
export function firstPage(permissions: readonly Permission[]) {
  const page = [...OWN_WORK, ...adminPages].find(({ needs }) => permissions.includes(needs));
  return page?.to ?? "/password";
}
