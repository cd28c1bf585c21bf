import { describe, expect, it } from "vitest";
import type { WarehouseTask } from "../../api/views";
import { count, counted, openOf, unitsOf } from "./count";

const task = (lines: { lineId: string; sku: string; qtyAsked: number; qtyAccepted: number }[]) =>
  ({ lines: lines.map((line) => ({ title: line.sku, disposition: null, ...line })) }) as WarehouseTask;

describe("counting what came back", () => {
  it("knows a single piece at once", () => {
    expect(counted(task([{ lineId: "1", sku: "TEA", qtyAsked: 2, qtyAccepted: 1 }]))[0]?.qty).toBe(1);
  });

  it("counts one piece for each scan and never more than are still to come", () => {
    let lines = counted(task([{ lineId: "1", sku: "TEA", qtyAsked: 2, qtyAccepted: 0 }]));
    for (let scan = 0; scan < 3; scan++) lines = count(lines, "TEA") ?? [];
    expect(unitsOf(lines)).toEqual([{ lineId: "1", qty: 2, disposition: "RESTOCKED", serial: null }]);
  });

  it("fills the next line of the same article when one is full", () => {
    let lines = counted(
      task([
        { lineId: "1", sku: "TEA", qtyAsked: 1, qtyAccepted: 0 },
        { lineId: "2", sku: "TEA", qtyAsked: 1, qtyAccepted: 0 },
      ]),
    );
    lines = count(count(lines, "TEA") ?? [], "TEA") ?? [];
    expect(unitsOf(lines).map((unit) => unit.lineId)).toEqual(["1", "2"]);
    expect(openOf(lines)).toBe(2);
  });

  it("does not know an article of another case", () => {
    expect(
      count(counted(task([{ lineId: "1", sku: "TEA", qtyAsked: 1, qtyAccepted: 0 }])), "CUP"),
    ).toBeNull();
  });
});
