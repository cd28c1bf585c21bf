import type { WarehouseTask } from "../../api/views";
import type { dispositions } from "./messages";

/** So many of a line have been seen, of those that are still to come. */
export interface Counted {
  lineId: string;
  sku: string;
  title: string;
  open: number;
  qty: number;
  disposition: (typeof dispositions)[number]["value"];
  serial: string;
}

/** One piece of one article needs no counting. */
export function counted(task: WarehouseTask): Counted[] {
  const open = task.lines.filter((line) => line.qtyAsked > line.qtyAccepted);
  const single = open.length === 1 && open[0] !== undefined && open[0].qtyAsked - open[0].qtyAccepted === 1;
  return open.map((line) => ({
    lineId: line.lineId,
    sku: line.sku,
    title: line.title,
    open: line.qtyAsked - line.qtyAccepted,
    qty: single ? 1 : 0,
    disposition: "RESTOCKED",
    serial: "",
  }));
}

/** One more of the article that was scanned; null when it is not of this case. */
export function count(lines: Counted[], sku: string): Counted[] | null {
  const line =
    lines.find((one) => one.sku === sku && one.qty < one.open) ?? lines.find((one) => one.sku === sku);
  if (line === undefined) return null;
  return lines.map((one) => (one === line ? { ...one, qty: Math.min(one.open, one.qty + 1) } : one));
}

export const openOf = (lines: Counted[]) => lines.reduce((sum, line) => sum + line.open, 0);

export function unitsOf(lines: Counted[]) {
  return lines
    .filter((line) => line.qty > 0)
    .map(({ lineId, qty, disposition, serial }) => ({
      lineId,
      qty,
      disposition,
      serial: serial.trim() === "" ? null : serial.trim(),
    }));
}
