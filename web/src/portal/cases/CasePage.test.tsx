import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../i18n";
import type { CaseMessage } from "../contract";
import { forgetReadings, readAnew } from "../data";
import { aCase, someReasons } from "../testing/cast";
import { fakeServer, lostConnection, Refusal } from "../testing/fakeServer";
import { CasePage } from "./CasePage";

const CASE = "GET /api/v1/portal/cases/c-1";
const session = { "GET /api/v1/portal/session": () => ({}) };

async function open() {
  forgetReadings();
  const page = render(<CasePage id="c-1" />);
  await screen.findByRole("heading", { level: 1 });
  return page;
}

describe("following a request", () => {
  beforeEach(() => {
    setLanguage("zh");
    sessionStorage.clear();
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
      this.open = false;
    };
  });
  afterEach(() => vi.unstubAllGlobals());

  it("shows the decision, its reason, its basis and the amount at once", async () => {
    fakeServer({ [CASE]: () => aCase() });
    await open();
    expect(screen.getByRole("heading", { level: 1, name: "已转专人审核" })).toBeVisible();
    expect(screen.getByText("金额较大，由专人再确认一次。")).toBeVisible();
    expect(screen.getByText(/店铺政策/)).toBeVisible();
    expect(screen.getByText("¥168.00")).toBeVisible();
  });

  it("shows the new state when the server says that something happened", async () => {
    fakeServer({ [CASE]: [() => aCase(), () => aCase({ state: "REFUNDING", version: 4 })] });
    await open();
    act(() => readAnew());
    expect(await screen.findByRole("heading", { level: 1, name: "已同意，正在退款" })).toBeVisible();
  });

  it("shows of two steps in the same moment the later one first", async () => {
    const at = "2026-11-21T02:00:00Z";
    fakeServer({
      [CASE]: () =>
        aCase({
          timeline: [
            { at, text: "您提交了申请", state: "SUBMITTED", etaAt: null },
            { at, text: "已自动审核通过", state: "REFUNDING", etaAt: null },
          ],
        }),
    });
    await open();
    const later = screen.getByText("已自动审核通过");
    const follows = later.compareDocumentPosition(screen.getByText("您提交了申请"));
    expect(follows & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it("after a refusal says what can still be done, and until when", async () => {
    fakeServer({
      [CASE]: () => aCase({ state: "REFUSED", allowed: ["message"] }),
    });
    await open();
    expect(screen.getByText(/由专人复核/)).toBeVisible();
    expect(screen.getByText(/前都可以申诉/)).toBeVisible();
    expect(screen.queryByText("¥168.00")).not.toBeInTheDocument();
  });

  it("lists what can be chosen with its amount, and chooses after asking", async () => {
    const option = {
      code: "RETURN_REFUND",
      label: "退货退款",
      means: "寄回商品，验收后原路退款",
      amountMinor: 16800,
      currency: "CNY",
      freightPayer: "BUYER",
    };
    const choosing = aCase({
      state: "AWAITING_CHOICE",
      refundMinor: 0,
      options: [option],
      allowed: ["choose", "message"],
    });
    const server = fakeServer({
      ...session,
      [CASE]: [() => choosing, () => aCase({ state: "WAIT_BUYER_RETURN", version: 4 })],
      "PUT /api/v1/portal/cases/c-1/choice": () => ({ id: "c-1", state: "WAIT_BUYER_RETURN", version: 4 }),
    });
    await open();
    await userEvent.click(screen.getByRole("button", { name: /退货退款.*¥168.00.*寄回运费由您承担/ }));
    expect(server.of("PUT")).toHaveLength(0);
    await userEvent.click(screen.getByRole("button", { name: "就选这个" }));
    expect(await screen.findByRole("heading", { level: 1, name: /请寄回商品/ })).toBeVisible();
    expect(server.of("PUT")[0]?.body).toEqual({ option: "RETURN_REFUND" });
    expect(server.of("PUT")[0]?.headers.get("If-Match")).toBe('"3"');
  });

  it("puts a refused request differently, and sends only what is different", async () => {
    const server = fakeServer({
      ...session,
      [CASE]: () => aCase({ state: "REFUSED", allowed: ["message", "revise", "add-evidence"] }),
      "GET /api/v1/portal/reasons": () => someReasons,
      "PUT /api/v1/portal/cases/c-1/revision": () => aCase({ version: 4 }),
    });
    await open();
    await userEvent.click(screen.getByRole("button", { name: "修改申请" }));
    const send = screen.getByRole("button", { name: "提交，重新判断" });
    await userEvent.click(send);
    expect(screen.getByText("先改一处或添一张照片")).toBeVisible();
    await userEvent.selectOptions(screen.getByLabelText("原因"), "LOGISTICS_DAMAGE");
    await userEvent.click(send);
    await waitFor(() => expect(server.of("PUT")).toHaveLength(1));
    expect(server.of("PUT")[0]?.body).toEqual({ reason: "LOGISTICS_DAMAGE", evidence: [] });
  });

  it("cancels after asking, with the version that was seen", async () => {
    const server = fakeServer({
      [CASE]: () => aCase(),
      "PUT /api/v1/portal/cases/c-1/cancellation": () =>
        aCase({ state: "CLOSED", result: "BUYER_CANCEL", nextStep: null, version: 4, allowed: [] }),
    });
    await open();
    await userEvent.click(screen.getByRole("button", { name: "取消申请" }));
    const dialog = screen.getByRole("dialog", { name: "确定取消这个申请吗？" });
    expect(within(dialog).getByText(/不会退款/)).toBeVisible();
    expect(server.of("PUT")).toHaveLength(0);
    await userEvent.click(within(dialog).getByRole("button", { name: "确定取消" }));
    expect(await screen.findByText(/您已取消这个申请/)).toBeVisible();
    expect(server.of("PUT")[0]?.headers.get("If-Match")).toBe('"3"');
  });

  it("cancels nothing unseen when the case moved on in the same second", async () => {
    fakeServer({
      [CASE]: [() => aCase(), () => aCase({ state: "REFUNDING", version: 4, allowed: ["message"] })],
      "PUT /api/v1/portal/cases/c-1/cancellation": () => new Refusal(409, "version-conflict", "刚有变化"),
    });
    await open();
    await userEvent.click(screen.getByRole("button", { name: "取消申请" }));
    await userEvent.click(screen.getByRole("button", { name: "确定取消" }));
    expect(await screen.findByRole("heading", { level: 1, name: "已同意，正在退款" })).toBeVisible();
    expect(screen.getByText(/所以没有取消/)).toBeVisible();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it("sends a message again under the same id, and shows it once", async () => {
    const arrived: CaseMessage[] = [];
    const server = fakeServer({
      ...session,
      [CASE]: () => aCase({ messages: arrived }),
      "PUT /api/v1/portal/cases/c-1/messages/*": [
        lostConnection,
        ({ path, body }) => {
          const id = path.split("/").at(-1) ?? "";
          const { text } = body as { text: string };
          arrived.push({ id, from: "CUSTOMER", author: "林晓", text, at: "2026-11-21T03:00:00Z" });
          return aCase({ messages: [...arrived] });
        },
      ],
    });
    await open();
    await userEvent.type(screen.getByLabelText("写留言"), "什么时候能到账？");
    await userEvent.click(screen.getByRole("button", { name: "发送" }));
    expect(await screen.findByText("未送达")).toBeVisible();
    expect(screen.getByText("什么时候能到账？")).toBeVisible();

    await userEvent.click(screen.getByRole("button", { name: "重发" }));
    await waitFor(() => expect(screen.queryByText("未送达")).not.toBeInTheDocument());
    expect(screen.getAllByText("什么时候能到账？")).toHaveLength(1);
    const [first, second] = server.of("PUT");
    expect(second?.path).toBe(first?.path);
  });

  it("goes on sending after a reload what was on its way", async () => {
    const server = fakeServer({
      ...session,
      [CASE]: () => aCase(),
      "PUT /api/v1/portal/cases/c-1/messages/*": [lostConnection, () => aCase()],
    });
    const before = await open();
    await userEvent.type(screen.getByLabelText("写留言"), "在吗");
    await userEvent.click(screen.getByRole("button", { name: "发送" }));
    await screen.findByText("未送达");
    before.unmount();
    await open();
    await waitFor(() => expect(server.of("PUT")).toHaveLength(2));
    expect(server.of("PUT")[1]?.path).toBe(server.of("PUT")[0]?.path);
  });

  it("keeps a half-written message over a reload", async () => {
    fakeServer({ [CASE]: () => aCase() });
    const before = await open();
    await userEvent.type(screen.getByLabelText("写留言"), "我想问");
    before.unmount();
    await open();
    expect(screen.getByLabelText("写留言")).toHaveValue("我想问");
  });

  describe("sending the goods back", () => {
    const waiting = () => aCase({ state: "WAIT_BUYER_RETURN", allowed: ["cancel", "message", "ship"] });
    const SHIPMENT = "PUT /api/v1/portal/cases/c-1/shipment";
    const onItsWay = { id: "c-1", state: "RETURN_IN_TRANSIT", version: 4, deadlineAt: null };
    const fill = async (trackingNo: string) => {
      await userEvent.selectOptions(screen.getByLabelText("快递公司"), "顺丰速运");
      await userEvent.type(screen.getByLabelText("运单号"), trackingNo);
    };
    const send = () => userEvent.click(screen.getByRole("button", { name: "我已寄出" }));

    it("tells the carrier and the number, with the version that was seen, and shows where it led", async () => {
      const server = fakeServer({
        [CASE]: [waiting, () => aCase({ state: "RETURN_IN_TRANSIT", version: 4, allowed: ["message"] })],
        [SHIPMENT]: () => onItsWay,
      });
      await open();
      await fill("SF 1234 5678");
      await send();
      expect(await screen.findByRole("heading", { level: 1, name: "退货正在路上" })).toBeVisible();
      const [put] = server.of("PUT");
      expect(put?.body).toEqual({ carrier: "顺丰速运", trackingNo: "SF12345678" });
      expect(put?.headers.get("If-Match")).toBe('"3"');
      expect(screen.queryByRole("button", { name: "我已寄出" })).not.toBeInTheDocument();
    });

    it("takes any other carrier by its name", async () => {
      const server = fakeServer({ [CASE]: waiting, [SHIPMENT]: () => onItsWay });
      await open();
      await userEvent.selectOptions(screen.getByLabelText("快递公司"), "其他快递");
      await userEvent.type(screen.getByLabelText("快递公司名称"), "极兔速递");
      await userEvent.type(screen.getByLabelText("运单号"), "JT0001234");
      await send();
      await waitFor(() => expect(server.of("PUT")).toHaveLength(1));
      expect(server.of("PUT")[0]?.body).toEqual({ carrier: "极兔速递", trackingNo: "JT0001234" });
    });

    it("says at each field what is missing, and sends nothing", async () => {
      const server = fakeServer({ [CASE]: waiting });
      await open();
      await send();
      expect(screen.getByLabelText("快递公司")).toHaveAccessibleDescription("请选择快递公司");
      await fill("12");
      expect(screen.getByText(/6 到 40 位/)).toBeVisible();
      await send();
      expect(server.of("PUT")).toHaveLength(0);
    });

    it("shows at the number that it was used before, and keeps it", async () => {
      fakeServer({
        [CASE]: waiting,
        [SHIPMENT]: () => new Refusal(422, "tracking-number-used", "该运单号已用于其他退货"),
      });
      await open();
      await fill("SF12345678");
      await send();
      expect(await screen.findByText("该运单号已用于其他退货")).toBeVisible();
      expect(screen.getByLabelText("运单号")).toHaveValue("SF12345678");
      expect(screen.getByLabelText("运单号")).toBeInvalid();
    });

    it("keeps what was typed over a reload", async () => {
      fakeServer({ [CASE]: waiting });
      const before = await open();
      await fill("SF12345678");
      before.unmount();
      await open();
      expect(screen.getByLabelText("快递公司")).toHaveValue("顺丰速运");
      expect(screen.getByLabelText("运单号")).toHaveValue("SF12345678");
    });

    it("sends nothing unseen when the case moved on, and says so", async () => {
      fakeServer({
        [CASE]: [waiting, () => aCase({ state: "CLOSED", result: "BUYER_TIMEOUT", version: 4, allowed: [] })],
        [SHIPMENT]: () => new Refusal(409, "version-conflict", "刚有变化"),
      });
      await open();
      await fill("SF12345678");
      await send();
      expect(await screen.findByRole("heading", { level: 1, name: "已关闭" })).toBeVisible();
      expect(screen.getByText(/您的操作没有提交/)).toBeVisible();
    });
  });

  describe("seeing it differently", () => {
    const offered = () =>
      aCase({
        state: "INSPECTION_DISPUTE",
        proposal: { pct: 50, refundMinor: 8400, currency: "CNY" },
        allowed: ["message", "accept-part", "appeal"],
        timeline: [
          {
            at: "2026-11-21T02:00:00Z",
            text: "验收发现：缺少茶杯，建议退款 60%",
            state: "INSPECTION_DISPUTE",
            etaAt: null,
          },
        ],
      });

    it("shows the offer again before it is accepted, and accepts the version that was seen", async () => {
      const server = fakeServer({
        [CASE]: [offered, () => aCase({ state: "REFUNDING", version: 4, allowed: ["message"] })],
        "PUT /api/v1/portal/cases/c-1/partial-acceptance": () => ({ id: "c-1", version: 4 }),
      });
      await open();
      await userEvent.click(screen.getByRole("button", { name: "接受部分退款 ¥84.00" }));
      const dialog = screen.getByRole("dialog", { name: "确定接受退款 ¥84.00 吗？" });
      expect(within(dialog).getByText(/建议退款 60%/)).toBeVisible();
      expect(server.of("PUT")).toHaveLength(0);
      await userEvent.click(within(dialog).getByRole("button", { name: "接受并退款" }));
      expect(await screen.findByRole("heading", { level: 1, name: "已同意，正在退款" })).toBeVisible();
      expect(server.of("PUT")[0]?.headers.get("If-Match")).toBe('"3"');
    });

    it("does nothing after second thoughts", async () => {
      const server = fakeServer({ [CASE]: offered });
      await open();
      await userEvent.click(screen.getByRole("button", { name: "接受部分退款 ¥84.00" }));
      await userEvent.click(screen.getByRole("button", { name: "再想想" }));
      expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
      expect(server.of("PUT")).toHaveLength(0);
    });

    it("asks the platform after a refusal", async () => {
      const server = fakeServer({
        [CASE]: [
          () => aCase({ state: "REFUSED", allowed: ["message", "appeal"] }),
          () => aCase({ state: "PLATFORM_DISPUTE", version: 4, allowed: ["message"] }),
        ],
        "PUT /api/v1/portal/cases/c-1/appeal": () => ({ id: "c-1", version: 4 }),
      });
      await open();
      expect(screen.queryByRole("button", { name: "接受部分退款 ¥84.00" })).not.toBeInTheDocument();
      await userEvent.click(screen.getByRole("button", { name: "申请平台介入" }));
      await userEvent.click(screen.getByRole("button", { name: "申请介入" }));
      expect(await screen.findByRole("heading", { level: 1, name: "平台已介入" })).toBeVisible();
      expect(server.of("PUT")).toHaveLength(1);
    });

    it("accepts nothing unseen when the case moved on", async () => {
      fakeServer({
        [CASE]: [offered, () => aCase({ state: "PLATFORM_DISPUTE", version: 4, allowed: ["message"] })],
        "PUT /api/v1/portal/cases/c-1/partial-acceptance": () =>
          new Refusal(409, "version-conflict", "刚有变化"),
      });
      await open();
      await userEvent.click(screen.getByRole("button", { name: "接受部分退款 ¥84.00" }));
      await userEvent.click(screen.getByRole("button", { name: "接受并退款" }));
      expect(await screen.findByRole("heading", { level: 1, name: "平台已介入" })).toBeVisible();
      expect(screen.getByText(/您的操作没有提交/)).toBeVisible();
      expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    });
  });
});
