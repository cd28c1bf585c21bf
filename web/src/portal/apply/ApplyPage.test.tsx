import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../i18n";
import type { NewCase } from "../contract";
import { forgetReadings } from "../data";
import { aCase, anOrder, someReasons } from "../testing/cast";
import { fakeServer, lostConnection, Refusal } from "../testing/fakeServer";
import { ApplyPage } from "./ApplyPage";

const reading = {
  "GET /api/v1/portal/orders/HT-1": () => anOrder(),
  "GET /api/v1/portal/reasons": () => someReasons,
  "GET /api/v1/portal/session": () => ({}),
};
const submit = /提交，马上看结果|现在提交/;

async function open() {
  forgetReadings();
  const page = render(<ApplyPage orderNo="HT-1" />);
  await screen.findByRole("radio", { name: "不想要了" });
  return page;
}

describe("asking for something to be put right", () => {
  beforeEach(() => {
    setLanguage("zh");
    sessionStorage.clear();
    vi.stubGlobal("scrollTo", vi.fn());
  });
  afterEach(() => vi.unstubAllGlobals());

  it("needs no more than a reason when one thing was bought", async () => {
    const server = fakeServer({ ...reading, "PUT /api/v1/portal/cases/*": () => aCase() });
    await open();
    await userEvent.click(screen.getByRole("radio", { name: "不想要了" }));
    await userEvent.click(screen.getByRole("button", { name: submit }));
    await waitFor(() => expect(location.pathname).toBe("/portal/cases/c-1"));
    expect(server.of("PUT")[0]?.body).toEqual({
      orderNumber: "HT-1",
      reason: "NO_REASON",
      lines: [{ lineId: "1", qty: 1 }],
    } satisfies NewCase);
  });

  it("says what is missing and sends nothing", async () => {
    const server = fakeServer(reading);
    Element.prototype.scrollIntoView = vi.fn();
    await open();
    await userEvent.click(screen.getByRole("button", { name: submit }));
    expect(await screen.findByText("请选择遇到的情况")).toBeVisible();
    expect(server.of("PUT")).toHaveLength(0);
  });

  it("keeps what was typed over a reload", async () => {
    fakeServer(reading);
    const before = await open();
    await userEvent.click(screen.getByRole("radio", { name: "运输破损" }));
    await userEvent.click(screen.getByRole("radio", { name: "影响使用" }));
    await userEvent.type(screen.getByLabelText(/多说两句/), "盒子压扁了");
    before.unmount();
    await open();
    expect(screen.getByRole("radio", { name: "运输破损" })).toBeChecked();
    expect(screen.getByRole("radio", { name: "影响使用" })).toBeChecked();
    expect(screen.getByLabelText(/多说两句/)).toHaveValue("盒子压扁了");
  });

  it("sends the same id again after a lost connection, and forgets the draft only when it has arrived", async () => {
    const server = fakeServer({
      ...reading,
      "PUT /api/v1/portal/cases/*": [lostConnection, () => aCase()],
    });
    await open();
    await userEvent.click(screen.getByRole("radio", { name: "不想要了" }));
    await userEvent.click(screen.getByRole("button", { name: submit }));
    expect(await screen.findByText(/还没有送达/)).toBeVisible();
    expect(sessionStorage.getItem("anxin-portal:draft:HT-1")).toContain("NO_REASON");

    await userEvent.click(screen.getByRole("button", { name: "现在提交" }));
    await waitFor(() => expect(location.pathname).toBe("/portal/cases/c-1"));
    const [first, second] = server.of("PUT");
    expect(second?.path).toBe(first?.path);
    expect(second?.body).toEqual(first?.body);
    expect(sessionStorage.getItem("anxin-portal:draft:HT-1")).toBeNull();
  });

  it("opens the case when the first sending had arrived and only its answer was lost", async () => {
    fakeServer({
      ...reading,
      "PUT /api/v1/portal/cases/*": () => new Refusal(409, "id-taken", "该申请编号已被使用"),
      "GET /api/v1/portal/cases/*": () => aCase({ id: "c-2" }),
    });
    await open();
    await userEvent.click(screen.getByRole("radio", { name: "不想要了" }));
    await userEvent.click(screen.getByRole("button", { name: submit }));
    await waitFor(() => expect(location.pathname).toBe("/portal/cases/c-2"));
  });

  it("shows a refusal of the server with its trace id, and keeps the form", async () => {
    fakeServer({
      ...reading,
      "PUT /api/v1/portal/cases/*": () => new Refusal(503, "busy", "系统繁忙"),
    });
    await open();
    await userEvent.click(screen.getByRole("radio", { name: "不想要了" }));
    await userEvent.click(screen.getByRole("button", { name: submit }));
    expect(await screen.findByText("系统繁忙")).toBeVisible();
    expect(screen.getByText("7f3a")).toBeVisible();
    expect(screen.getByRole("radio", { name: "不想要了" })).toBeChecked();
  });

  it("says why an order cannot be requested, and leads to the open request", async () => {
    fakeServer({
      ...reading,
      "GET /api/v1/portal/orders/HT-1": () =>
        anOrder({ canApply: false, because: "全部商品已有售后申请", openCaseId: "c-9" }),
    });
    forgetReadings();
    render(<ApplyPage orderNo="HT-1" />);
    expect(await screen.findByText("全部商品已有售后申请")).toBeVisible();
    expect(screen.getByRole("link", { name: "查看进行中的售后" })).toHaveAttribute(
      "href",
      "/portal/cases/c-9",
    );
  });
});
