import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { forgetDrafts, forgetOldDrafts, keepDraft, readDraft, useDraft, useStableId } from "./drafts";

const DAY = 24 * 3600_000;

describe("a draft", () => {
  it("survives a reload under its key and is forgotten once it has arrived", () => {
    const before = renderHook(() => useDraft("case:1:note"));
    act(() => before.result.current.write("Dear Lin Xiao"));
    before.unmount();

    const after = renderHook(() => useDraft("case:1:note"));
    expect(after.result.current.text).toBe("Dear Lin Xiao");

    act(() => after.result.current.done());
    expect(after.result.current.text).toBe("");
    expect(readDraft("case:1:note")).toBe("");
  });

  it("belongs to one case and one field", () => {
    const draft = renderHook(({ key }) => useDraft(key), { initialProps: { key: "case:1:note" } });
    act(() => draft.result.current.write("for the first"));
    draft.rerender({ key: "case:2:note" });
    expect(draft.result.current.text).toBe("");
    draft.rerender({ key: "case:1:note" });
    expect(draft.result.current.text).toBe("for the first");
  });

  it("is gone after two weeks, or at once when one signs out", () => {
    keepDraft("old", "a", 0);
    keepDraft("young", "b", 10 * DAY);
    localStorage.setItem("something-else", "stays");
    forgetOldDrafts(15 * DAY);
    expect([readDraft("old"), readDraft("young")]).toEqual(["", "b"]);

    forgetDrafts();
    expect(readDraft("young")).toBe("");
    expect(localStorage.getItem("something-else")).toBe("stays");
  });
});

describe("the id of something not yet sent", () => {
  it("stays the same through reloads, so that sending twice does it once", () => {
    const first = renderHook(() => useStableId("case:1:message"));
    const { id } = first.result.current;
    first.unmount();
    const again = renderHook(() => useStableId("case:1:message"));
    expect(again.result.current.id).toBe(id);

    act(() => again.result.current.next());
    expect(again.result.current.id).not.toBe(id);
  });
});
