import { render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { live } from "../api/live";
import { setLanguage } from "../i18n";
import { go } from "./address";
import { forgetReadings } from "./data";
import { keep, kept } from "./kept";
import { Portal } from "./Portal";
import { comeIn } from "./session";
import { anOrder, someReasons } from "./testing/cast";
import { fakeServer, Refusal } from "./testing/fakeServer";

const lin = {
  kind: "customer",
  shop: { id: "harbour-tea", name: "港湾茶集" },
  customerId: "lin",
  displayName: "林晓",
  onlyOrder: null,
};
const outside = () => new Refusal(401, "sign-in-first", "请先登录");
const shops = { "GET /api/v1/public/shops": () => [lin.shop] };

describe("who may look", () => {
  beforeEach(() => {
    setLanguage("zh");
    sessionStorage.clear();
    forgetReadings();
    vi.stubGlobal("scrollTo", vi.fn());
    vi.spyOn(live, "start").mockImplementation(() => undefined);
    vi.spyOn(live, "stop").mockImplementation(() => undefined);
  });
  afterEach(() => vi.unstubAllGlobals());

  it("asks a stranger in first, and remembers where they wanted to go", async () => {
    fakeServer({ ...shops, "GET /api/v1/portal/session": outside });
    go("/orders/HT-1/apply");
    render(<Portal />);
    expect(await screen.findByRole("heading", { name: "查订单，办售后" })).toBeVisible();
    expect(new URLSearchParams(location.search).get("back")).toBe("/orders/HT-1/apply");
    expect(screen.queryByText(/登录已到期/)).not.toBeInTheDocument();
  });

  it("lets a link signed by the shop in, and straight to the order it is about", async () => {
    fakeServer({
      "POST /api/v1/portal/session": () => ({ ...lin, order: "HT-1", language: "en" }),
      "GET /api/v1/portal/orders/HT-1": () => anOrder(),
      "GET /api/v1/portal/reasons": () => someReasons,
    });
    go("/enter?token=abc");
    render(<Portal />);
    expect(await screen.findByRole("heading", { name: "Return or get help" })).toBeVisible();
    expect(location.href).not.toContain("abc");
  });

  it("when the session ends, says so and keeps everything typed", async () => {
    fakeServer({
      ...shops,
      "GET /api/v1/portal/session": outside,
      "GET /api/v1/portal/orders/HT-1": outside,
      "GET /api/v1/portal/reasons": () => someReasons,
    });
    comeIn(lin);
    keep("draft:HT-1", { reasonText: "盒子压扁了" });
    go("/orders/HT-1/apply");
    render(<Portal />);
    expect(await screen.findByText(/登录已到期/)).toBeVisible();
    expect(kept("draft:HT-1")).toEqual({ reasonText: "盒子压扁了" });
    comeIn(lin);
    expect(kept("draft:HT-1")).toEqual({ reasonText: "盒子压扁了" });
  });

  it("leaves nothing of one customer for the next at the same phone", async () => {
    fakeServer(shops);
    comeIn(lin);
    keep("draft:HT-1", { reasonText: "盒子压扁了" });
    comeIn({ ...lin, customerId: "somebody-else" });
    await waitFor(() => expect(kept("draft:HT-1")).toBeNull());
  });
});
