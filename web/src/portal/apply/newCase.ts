/** What a customer sends to open a case; the order number and the reason are enough. */
export interface NewCase {
  orderNumber: string;
  reason: string;
  reasonText?: string;
  type?: string;
  lines?: { lineId: string; qty: number }[];
  evidence?: string[];
  damageLevel?: string;
  badRatioPct?: number;
}
