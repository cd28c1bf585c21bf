import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { api } from "../../api/client";
import type { RefundItem } from "../../api/views";
import { setLanguage } from "../../i18n";
import { RefundList } from "./RefundList";

vi.mock("../../api/session", () => ({
  useSession: () => ({ id: "zhou-ning", permissions: ["FINANCE_WORK"] }),
}));

const failed: RefundItem = {
  outRefundNo: "RF1",
  caseId: "c1",
  caseNo: "AS100001",
  caseVersion: 4,
  shop: "harbour-tea",
  orderNo: "HT-1",
  tender: "WECHAT",
  gateway: "WECHAT_PAY",
  amountMinor: 12_900,
  currency: "CNY",
  status: "FAILED_FINAL",
  trouble: "NOT_ENOUGH: the balance is too low",
  attempts: 1,
  createdAt: "2026-11-13T02:00:00Z",
  nextQueryAt: null,
  deadlineAt: null,
  paymentId: null,
  paymentBy: null,
  paymentMinor: null,
  accountHint: null,
};

function show(item: RefundItem) {
  vi.spyOn(api, "get").mockResolvedValue({ items: [item], next: null });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <RefundList which="failed" />
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  vi.restoreAllMocks();
  setLanguage("en");
});

test("a refund that failed says why and is tried again on the version that was seen", async () => {
  const sent = vi.spyOn(api, "put").mockResolvedValue({});
  show(failed);
  await screen.findByText("NOT_ENOUGH: the balance is too low");
  fireEvent.click(screen.getByRole("button", { name: /Try again/ }));
  await waitFor(() =>
    expect(sent).toHaveBeenCalledWith("/api/v1/cases/c1/refund-retry", undefined, { ifMatch: 4 }),
  );
});

test("an outcome that is not known offers no transfer", async () => {
  show({ ...failed, status: "UNKNOWN" });
  await screen.findByText("AS100001");
  expect(screen.queryByRole("button", { name: /Pay by bank/ })).toBeNull();
});

test("who asked for a transfer cannot confirm it", async () => {
  show({
    ...failed,
    paymentId: "p1",
    paymentBy: "staff:zhou-ning",
    paymentMinor: 12_900,
    accountHint: "林**",
  });
  const confirm = await screen.findByRole<HTMLButtonElement>("button", { name: "Confirm transfer" });
  expect(confirm.disabled).toBe(true);
  screen.getByText("You asked for this transfer; a colleague must confirm it");
});

test("a colleague confirms it with the number of the voucher", async () => {
  const sent = vi.spyOn(api, "put").mockResolvedValue({});
  show({ ...failed, paymentId: "p1", paymentBy: "staff:other", paymentMinor: 12_900, accountHint: "林**" });
  fireEvent.click(await screen.findByRole("button", { name: "Confirm transfer" }));
  fireEvent.change(await screen.findByRole("textbox"), { target: { value: " V-1 " } });
  fireEvent.keyDown(screen.getByRole("textbox"), { key: "Enter" });
  await waitFor(() =>
    expect(sent).toHaveBeenCalledWith(
      "/api/v1/cases/c1/offline-payments/p1/confirmation",
      { voucherNo: "V-1" },
      { ifMatch: 4 },
    ),
  );
});
