import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { api } from "../../api/client";
import type { ExpertLink } from "../../api/views";
import { setLanguage } from "../../i18n";
import { ExpertPanel } from "./ExpertPanel";

const called: ExpertLink = {
  id: "x1",
  caseId: "c1",
  caseNo: "AS100001",
  shop: "harbour-tea",
  title: "Silk shirt",
  caseState: "IN_REVIEW",
  reason: "Is it genuine?",
  askedBy: "Zhou Ning",
  askedAt: "2026-11-13T02:00:00Z",
  handoverDueAt: "2026-11-13T02:10:00Z",
  handoverLate: false,
  takenBy: null,
  takenAt: null,
  solutionDueAt: "2026-11-13T04:00:00Z",
  solutionLate: false,
  dueAt: "2026-11-13T02:10:00Z",
  solvedAt: null,
  solution: null,
  allowed: ["take", "solve"],
};

async function show(link: ExpertLink | null) {
  vi.spyOn(api, "get").mockResolvedValue({ link });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ExpertPanel id="c1" />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(api.get).toHaveBeenCalled());
}

beforeEach(() => {
  vi.restoreAllMocks();
  setLanguage("en");
});

test("an expert takes over by key and answers by key, under both clocks", async () => {
  const sent = vi.spyOn(api, "put").mockResolvedValue({});
  await show(called);
  await screen.findByText("Is it genuine?");
  expect(document.querySelectorAll("time.countdown")).toHaveLength(2);
  fireEvent.keyDown(document.body, { key: "w" });
  await waitFor(() => expect(sent).toHaveBeenCalledWith("/api/v1/cases/c1/expert-links/x1/acceptance"));
  fireEvent.keyDown(document.body, { key: "f" });
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByLabelText("The answer"), { target: { value: "It is." } });
  fireEvent.click(dialog.getByText("Solved", { selector: "button span" }));
  await waitFor(() =>
    expect(sent).toHaveBeenCalledWith("/api/v1/cases/c1/expert-links/x1/solution", { solution: "It is." }),
  );
});

test("an agent sees who has it and what is left, and has nothing to press", async () => {
  await show({
    ...called,
    takenBy: "Sun Jie",
    takenAt: "2026-11-13T02:04:00Z",
    dueAt: called.solutionDueAt,
    allowed: [],
  });
  await screen.findByText(/taken by Sun Jie/);
  expect(document.querySelectorAll("time.countdown")).toHaveLength(1);
  expect(screen.queryByRole("button")).toBeNull();
});

test("an answer that was given is read, and no clock runs any more", async () => {
  await show({
    ...called,
    takenBy: "Sun Jie",
    takenAt: "2026-11-13T02:04:00Z",
    solvedAt: "2026-11-13T02:30:00Z",
    solution: "It is genuine.",
    allowed: [],
  });
  await screen.findByText("It is genuine.");
  expect(document.querySelector("time.countdown")).toBeNull();
});

test("a case without a call shows nothing", async () => {
  await show(null);
  expect(screen.queryByText("Expert")).toBeNull();
});
