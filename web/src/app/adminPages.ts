import type { Permission } from "../api/views";

/** What an administrator can reach, in the order of the menu, and the right that each one needs. */
export const adminPages: { to: "/desk"; needs: Permission; name: { zh: string; en: string } }[] = [];
