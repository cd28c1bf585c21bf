import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { api } from "../../api/client";
import type { ApprovalItem } from "../../api/views";
import { setLanguage } from "../../i18n";
import { ApprovalRow } from "./ApprovalRow";

vi.mock("@tanstack/react-router", () => ({
  Link: ({ children }: { children: React.ReactNode }) => <a href="/case">{children}</a>,
}));

const asked: ApprovalItem = {
  id: "r1",
  caseId: "c1",
  caseNo: "AS100001",
  caseVersion: 2,
  shop: "harbour-tea",
  orderNo: "HT-1",
  title: "Silk shirt",
  reason: "NO_REASON",
  state: "IN_REVIEW",
  amountMinor: 680_000,
  currency: "CNY",
  signedFen: 40_000,
  tierRequired: "L3",
  requestedBy: "Zhou Ning",
  requestedAt: "2026-11-13T02:00:00Z",
  note: "a good customer",
  deadlineAt: null,
};

function show(item: ApprovalItem) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ApprovalRow item={item} />
    </QueryClientProvider>,
  );
}

function press(action: string) {
  const button = document.querySelector(`[data-action="${action}"]`);
  if (button === null) throw new Error(`no button ${action}`);
  fireEvent.click(button);
}

beforeEach(() => {
  vi.restoreAllMocks();
  setLanguage("en");
});

test("signs the amount that was asked for, on the version that was seen", async () => {
  const sent = vi.spyOn(api, "put").mockResolvedValue({});
  show(asked);
  press("sign");
  fireEvent.click(await within(await screen.findByRole("dialog")).findByText("Sign"));
  await waitFor(() =>
    expect(sent).toHaveBeenCalledWith("/api/v1/cases/c1/approval", { refundMinor: 680_000 }, { ifMatch: 2 }),
  );
});

test("a refund after inspection is signed as a refund", async () => {
  const sent = vi.spyOn(api, "put").mockResolvedValue({});
  show({ ...asked, state: "WAIT_APPROVAL" });
  press("sign");
  fireEvent.click(await within(await screen.findByRole("dialog")).findByText("Sign"));
  await waitFor(() =>
    expect(sent).toHaveBeenCalledWith("/api/v1/cases/c1/refund-approval", {}, { ifMatch: 2 }),
  );
});

test("sends back with a reason, and says what was signed for already", async () => {
  const sent = vi.spyOn(api, "put").mockResolvedValue({});
  show(asked);
  screen.getByText(/already signed for on this order/);
  press("decline");
  fireEvent.change(await screen.findByLabelText("Why"), { target: { value: "no invoice" } });
  const dialog = within(screen.getByRole("dialog"));
  fireEvent.click(dialog.getByText("Send back", { selector: "button span" }));
  await waitFor(() =>
    expect(sent).toHaveBeenCalledWith(
      "/api/v1/cases/c1/approval-requests/r1/refusal",
      { note: "no invoice" },
      { ifMatch: 2 },
    ),
  );
});
