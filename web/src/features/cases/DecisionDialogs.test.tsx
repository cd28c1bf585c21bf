import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { App } from "antd";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../../api/client";
import type { CaseView } from "../../api/views";
import { setLanguage } from "../../i18n";
import type { Act } from "./act";
import { DecisionDialogs } from "./DecisionDialogs";
import { caseKey } from "./useCase";

const entry = (seq: number, at: string, state: string, text: string, by: string) => ({
  seq,
  at,
  step: state,
  state,
  text,
  note: null,
  by,
  etaAt: null,
});

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
    lines: [{ lineId: "1", sku: "KT-1", title: "Kettle", qtyAsked: 1, qtyApproved: 1, refundMinor: 12_800 }],
    approvedMinor: 12_800,
    approval: null,
    names: {},
    timeline: [entry(0, "2026-11-21T08:00:00Z", "SUBMITTED", "Submitted", "customer:lin")],
    viewers: [{ id: "zhou", name: "Zhou Ning" }],
    allowed: [{ action: "approve", enabled: true, limitMinor: 50_000 }],
  }) as unknown as CaseView;

const refusedByZhouNing = (): CaseView => ({
  ...inReview(),
  state: "REFUSED",
  version: 4,
  timeline: [...inReview().timeline, entry(1, "2026-11-21T09:00:00Z", "REFUSED", "Refused", "staff:zhou")],
});

const allowed = (action: string) => ({ action, enabled: false, because: null, limitMinor: null });

// By text: asking a large document for roles takes seconds on a busy machine.
const button = (name: string) => screen.getByText(name).closest("button");
const click = (name: string) => fireEvent.click(screen.getByText(name));
const type = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } });

/** The house with one case in it, as it stands on the server. */
function openDialog(act: Act, server: { now: CaseView }) {
  const queries = new QueryClient();
  queries.setQueryData(["session"], { id: "me", name: "Me" });
  const close = vi.fn();
  vi.spyOn(api, "get").mockImplementation(() => Promise.resolve(server.now as never));
  function Page() {
    const found = useQuery({ queryKey: caseKey("c1"), queryFn: () => api.get<CaseView>("/api/v1/cases/c1") });
    return (
      found.data && <DecisionDialogs item={found.data} act={act} close={close} next={null} go={vi.fn()} />
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
    const { close } = openDialog("approve", server);
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
    openDialog("approve", { now: { ...inReview(), refundableMinor: 90_000 } });
    const amount = await screen.findByLabelText("Refund");
    type(amount, "6000000");
    expect(screen.getByText(/More than the ¥900.00/)).toBeInTheDocument();
  });

  it("asks for a signature when the amount is above one's limit", async () => {
    const sent = vi.spyOn(api, "put").mockResolvedValue({});
    openDialog("approve", { now: { ...inReview(), refundableMinor: 90_000 } });
    type(await screen.findByLabelText("Refund"), "600");
    expect(screen.getByText(/Above your limit of ¥500.00/)).toBeInTheDocument();
    click("Ask for a signature of ¥600.00");
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(
        expect.stringMatching(/^\/api\/v1\/cases\/c1\/approval-requests\//),
        { refundMinor: 60_000 },
        { ifMatch: 3 },
      ),
    );
  });

  it("does not ask twice for the same signature", async () => {
    const asked = { id: "r1", amountMinor: 60_000, tierRequired: "L3", requestedBy: "staff:me", note: null };
    const approval = { ...asked, requestedAt: "2026-11-21T08:30:00Z" };
    openDialog("approve", { now: { ...inReview(), refundableMinor: 90_000, approval } });
    type(await screen.findByLabelText("Refund"), "600");
    expect(screen.getByText(/A signature is asked for already/)).toBeInTheDocument();
    expect(button("Approve")).toBeDisabled();
  });

  it("loses nothing typed when somebody was faster, and says who did what", async () => {
    const server = { now: inReview() };
    const { close } = openDialog("approve", server);
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
    const { queries } = openDialog("approve", server);
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
    openDialog("approve", { now: inReview() });
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("failed to fetch"));
    type(await screen.findByLabelText(/Internal note/), "Do not lose me");
    click("Approve ¥128.00");
    expect(await screen.findByText(/cannot be reached/)).toBeInTheDocument();
    expect(screen.getByLabelText(/Internal note/)).toHaveValue("Do not lose me");
    expect(button("Approve ¥128.00")).toBeEnabled();
  });
});

vi.mock("../../ui/PhotoTaker", () => ({
  PhotoTaker: ({ onChange }: { onChange: (photos: { id: string; url: string }[]) => void }) => (
    <button
      type="button"
      onClick={() =>
        onChange([
          { id: "p1", url: "/1.jpg" },
          { id: "p2", url: "/2.jpg" },
        ])
      }
    >
      Two photos
    </button>
  ),
}));

describe("what came back", () => {
  beforeEach(() => setLanguage("en"));

  const inspecting = (): CaseView => ({
    ...inReview(),
    state: "INSPECTING",
    version: 7,
    allowed: ["inspection-pass", "inspection-mismatch"].map((action) => ({
      ...allowed(action),
      enabled: true,
    })),
  });

  it("does not match: the finding is needed, and the share is shown as money before it is sent", async () => {
    const server = { now: inspecting() };
    const { close } = openDialog("mismatch", server);
    const sent = vi.spyOn(api, "put").mockImplementation(() => {
      server.now = { ...inspecting(), state: "INSPECTION_DISPUTE", version: 8, allowed: [] };
      return Promise.resolve({
        id: "c1",
        state: "INSPECTION_DISPUTE",
        version: 8,
        deadlineAt: null,
      } as never);
    });
    expect(await screen.findByText("50% · ¥64.00")).toBeInTheDocument();
    expect(button("Propose 50%")).toBeDisabled();

    type(screen.getByLabelText(/What was found/), " The lid is missing ");
    expect(button("Propose 50%")).toBeDisabled();
    click("Two photos");
    fireEvent.keyDown(screen.getByRole("slider", { hidden: true }), { key: "ArrowRight", keyCode: 39 });
    click("Propose 55%");
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(
        "/api/v1/cases/c1/inspection-mismatch",
        { finding: "The lid is missing", proposalPct: 55, photos: ["p1", "p2"] },
        { ifMatch: 7 },
      ),
    );
    await waitFor(() => expect(close).toHaveBeenCalled());
  });

  it("is ruled on for one side, with reasons", async () => {
    const disputed = { ...inspecting(), allowed: [{ ...allowed("ruling"), enabled: true }] };
    openDialog("ruling", { now: disputed });
    const sent = vi.spyOn(api, "put").mockResolvedValue({ id: "c1", state: "REFUNDING", version: 8 });
    type(await screen.findByLabelText(/The reasons/), "The photos show the seal unbroken");
    expect(button("Rule")).toBeDisabled();

    click("The customer: refund what was asked");
    click("Rule");
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(
        "/api/v1/cases/c1/ruling",
        { forBuyer: true, reasons: "The photos show the seal unbroken" },
        { ifMatch: 7 },
      ),
    );
  });

  it("offers nothing that the reader may not do, and says who does", async () => {
    const readOnly = {
      ...inspecting(),
      allowed: [{ ...allowed("receive"), because: "A colleague does this" }],
    };
    openDialog("receive", { now: readOnly });
    expect(await screen.findByText("A colleague does this")).toBeInTheDocument();
    expect(button("It is here")).toBeDisabled();
  });
});
