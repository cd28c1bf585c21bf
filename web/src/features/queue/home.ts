import { useSession } from "../../api/session";
import type { Permission } from "../../api/views";

const REVIEW = "IN_REVIEW";
const APPROVAL = "WAIT_APPROVAL";
/** What the warehouse has to do: parcels to take in and to look into. Several states stand in one filter. */
export const WAREHOUSE = "RETURN_IN_TRANSIT,INSPECTING";

/** The states a person's own work stands in; the queue opens with them. */
export function homeOf(permissions: readonly Permission[]): string {
  if (permissions.includes("CASE_DECIDE")) return REVIEW;
  if (permissions.includes("WAREHOUSE_WORK")) return WAREHOUSE;
  return permissions.includes("APPROVE_REFUND") ? APPROVAL : REVIEW;
}

export function useHome(): string {
  return homeOf(useSession().permissions);
}
