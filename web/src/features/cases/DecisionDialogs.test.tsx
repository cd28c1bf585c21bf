import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { App } from "antd";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../../api/client";
import type { CaseView } from "../../api/views";
import { setLanguage } from "../../i18n";
import { DecisionDialogs } from "./DecisionDialogs";
import { caseKey } from "./useCase";

const inReview = (): CaseView =>
  ({
    id: "c1",
    no: "AS-1",
    type: "RETURN_REFUND",
    state: "IN_REVIEW",
    version: 3,
    currency: "CNY",
    amountMinor: 12_800,
    refundableMinor: 12_800,
    timeline: [
      { at: "2026-11-21T08:00:00Z", step: "SUBMITTED", text: "Submitted", by: "customer:lin", etaAt: null },
    ],
    viewers: [{ id: "zhou", name: "Zhou Ning" }],
    allowed: [{ action: "approve", enabled: true, limitMinor: 50_000 }],
  }) as unknown as CaseView;

const refusedByZhouNing = (): CaseView => ({
  ...inReview(),
  state: "REFUSED",
  version: 4,
  timeline: [
    ...inReview().timeline,
    { at: "2026-11-21T09:00:00Z", step: "REFUSED", text: "Refused", by: "staff:zhou", etaAt: null },
  ],
});

// By text: asking a large document for roles takes seconds on a busy machine.
const button = (name: string) => screen.getByText(name).closest("button");
const click = (name: string) => fireEvent.click(screen.getByText(name));
const type = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } });

/** The house with one case in it, as it stands on the server. */
function openApproval(server: { now: CaseView }) {
  const queries = new QueryClient();
  queries.setQueryData(["session"], { id: "me", name: "Me" });
  const close = vi.fn();
  vi.spyOn(api, "get").mockImplementation(() => Promise.resolve(server.now as never));
  function Page() {
    const found = useQuery({ queryKey: caseKey("c1"), queryFn: () => api.get<CaseView>("/api/v1/cases/c1") });
    return (
      found.data && <DecisionDialogs item={found.data} act="approve" close={close} next={null} go={vi.fn()} />
    );
  }
  render(
    <App>
      <QueryClientProvider client={queries}>
        <Page />
      </QueryClientProvider>
    </App>,
  );
  return { queries, close };
}

const conflict = () =>
  Promise.resolve(
    new Response(
      JSON.stringify({
        type: "urn:anxin:problem:version-conflict",
        title: "Somebody was faster",
        current: 4,
      }),
      { status: 409 },
    ),
  );

describe("approving a case", () => {
  beforeEach(() => setLanguage("en"));

  it("sends the amount and the note against the version that was seen", async () => {
    const server = { now: inReview() };
    const { close } = openApproval(server);
    const sent = vi.spyOn(api, "put").mockResolvedValue({ ...inReview(), version: 4 });
    const amount = await screen.findByLabelText("Refund");
    type(amount, "100.50");
    click("Approve ¥100.50");

    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith("/api/v1/cases/c1/approval", { refundMinor: 10_050 }, { ifMatch: 3 }),
    );
    await waitFor(() => expect(close).toHaveBeenCalled());
  });

  it("says why an amount cannot be approved", async () => {
    openApproval({ now: { ...inReview(), refundableMinor: 90_000 } });
    const amount = await screen.findByLabelText("Refund");
    type(amount, "600");
    expect(screen.getByText(/Above your limit of ¥500.00/)).toBeInTheDocument();
    expect(button("Approve")).toBeDisabled();

    type(amount, "6000000");
    expect(screen.getByText(/More than the ¥900.00/)).toBeInTheDocument();
  });

  it("loses nothing typed when somebody was faster, and says who did what", async () => {
    const server = { now: inReview() };
    const { close } = openApproval(server);
    vi.spyOn(globalThis, "fetch").mockImplementation(() => {
      server.now = refusedByZhouNing();
      return conflict();
    });
    type(await screen.findByLabelText(/Internal note/), "Regular customer");
    click("Approve ¥128.00");

    expect(await screen.findByText("Zhou Ning")).toBeInTheDocument();
    expect(screen.getByText("State: In review → Refused")).toBeInTheDocument();
    expect(screen.queryByText("Somebody was faster")).not.toBeInTheDocument();
    expect(screen.getByLabelText(/Internal note/)).toHaveValue("Regular customer");
    expect(button("Approve ¥128.00")).toBeDisabled();
    expect(close).not.toHaveBeenCalled();
  });

  it("goes on with the new version once the change was read", async () => {
    const server = { now: inReview() };
    const { queries } = openApproval(server);
    const sent = vi.spyOn(api, "put").mockResolvedValue({ ...inReview(), version: 6 });
    type(await screen.findByLabelText(/Internal note/), "Still right");

    // Zhou Ning took the case: told by the live line, the page has read it again.
    server.now = { ...inReview(), version: 5 };
    await act(() => queries.refetchQueries({ queryKey: caseKey("c1") }));
    expect(await screen.findByText("This case changed while you were at it")).toBeInTheDocument();
    const ok = button("Approve ¥128.00");
    expect(ok).toBeDisabled();

    click("Understood, go on with mine");
    click("Approve ¥128.00");
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(
        "/api/v1/cases/c1/approval",
        { refundMinor: 12_800, note: "Still right" },
        { ifMatch: 5 },
      ),
    );
  });

  it("keeps what was typed when nobody answers, for the next try", async () => {
    openApproval({ now: inReview() });
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("failed to fetch"));
    type(await screen.findByLabelText(/Internal note/), "Do not lose me");
    click("Approve ¥128.00");
    expect(await screen.findByText(/cannot be reached/)).toBeInTheDocument();
    expect(screen.getByLabelText(/Internal note/)).toHaveValue("Do not lose me");
    expect(button("Approve ¥128.00")).toBeEnabled();
  });
});
