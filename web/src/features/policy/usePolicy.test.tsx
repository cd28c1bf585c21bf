import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { api } from "../../api/client";
import { ProblemError } from "../../api/problems";
import type { PolicyDraft } from "../../api/views";
import { setLanguage } from "../../i18n";
import { keepDraft, readDraft } from "../../ui/drafts";
import { usePolicyEditor } from "./usePolicy";

const empty: PolicyDraft = {
  revision: 0,
  baseVersion: 1,
  nextVersion: 2,
  inForceVersion: 1,
  document: {},
  differences: [],
  wrong: [],
  changedBy: null,
  changedAt: null,
};

function editor(mayWrite = true) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const house = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(() => usePolicyEditor("harbour-tea", mayWrite), { wrapper: house }).result;
}

beforeEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  setLanguage("en");
  vi.spyOn(api, "get").mockResolvedValue(empty);
});

test("what is typed is saved on the revision that was seen, and then forgotten here", async () => {
  const sent = vi
    .spyOn(api, "put")
    .mockResolvedValue({ ...empty, revision: 1, document: { noReasonDays: 30 } });
  const result = editor();
  await waitFor(() => expect(result.current.draft).toBeDefined());
  act(() => result.current.edit({ noReasonDays: 30 }));
  expect(result.current.document).toEqual({ noReasonDays: 30 });
  expect(result.current.saving).toBe("saving");
  expect(readDraft("policy:harbour-tea")).not.toBe("");
  await waitFor(() => expect(result.current.saving).toBe("saved"));
  expect(sent).toHaveBeenCalledWith(
    "/api/v1/shops/harbour-tea/policy/draft",
    { document: { noReasonDays: 30 } },
    { ifMatch: 0 },
  );
  expect(result.current.draft?.revision).toBe(1);
  expect(readDraft("policy:harbour-tea")).toBe("");
});

test("what had not arrived before a reload goes on where it was", async () => {
  keepDraft("policy:harbour-tea", JSON.stringify({ noReasonDays: 15 }));
  const sent = vi.spyOn(api, "put").mockResolvedValue({ ...empty, revision: 1 });
  editor();
  await waitFor(() =>
    expect(sent).toHaveBeenCalledWith(
      "/api/v1/shops/harbour-tea/policy/draft",
      { document: { noReasonDays: 15 } },
      { ifMatch: 0 },
    ),
  );
});

test("a colleague's change is not overwritten; the typed text stays until the newest is taken", async () => {
  vi.spyOn(api, "put").mockRejectedValue(
    new ProblemError({ type: "version-conflict", title: "Changed", status: 409 }),
  );
  const result = editor();
  await waitFor(() => expect(result.current.draft).toBeDefined());
  act(() => result.current.edit({ noReasonDays: 30 }));
  await waitFor(() => expect(result.current.saving).toBe("conflict"));
  expect(result.current.document).toEqual({ noReasonDays: 30 });
  act(() => result.current.reload());
  await waitFor(() => expect(result.current.document).toEqual({}));
  expect(readDraft("policy:harbour-tea")).toBe("");
});

test("who may only read changes nothing", async () => {
  const sent = vi.spyOn(api, "put");
  const result = editor(false);
  await waitFor(() => expect(result.current.draft).toBeDefined());
  act(() => result.current.edit({ noReasonDays: 30 }));
  expect(result.current.document).toEqual({});
  expect(sent).not.toHaveBeenCalled();
});
