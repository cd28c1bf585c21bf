import { fireEvent, render, renderHook, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { switchShortcuts, useShortcuts } from "./shortcuts";

function keys(house: Record<string, () => void>) {
  renderHook(() =>
    useShortcuts(Object.entries(house).map(([shortcut, run]) => ({ keys: shortcut, label: shortcut, run }))),
  );
}

describe("the keyboard", () => {
  afterEach(() => switchShortcuts(true));

  it("runs one key, and two keys in a row", () => {
    const [down, queue] = [vi.fn(), vi.fn()];
    keys({ j: down, "g q": queue });
    fireEvent.keyDown(document.body, { key: "j" });
    expect(down).toHaveBeenCalledOnce();

    fireEvent.keyDown(document.body, { key: "g" });
    fireEvent.keyDown(document.body, { key: "q" });
    expect(queue).toHaveBeenCalledOnce();

    fireEvent.keyDown(document.body, { key: "q" });
    expect(queue).toHaveBeenCalledOnce();
  });

  it("leaves what is typed into a field, and the browser's own keys, alone", () => {
    const approve = vi.fn();
    keys({ a: approve });
    render(<textarea aria-label="note" />);
    fireEvent.keyDown(screen.getByLabelText("note"), { key: "a" });
    fireEvent.keyDown(document.body, { key: "a", ctrlKey: true });
    expect(approve).not.toHaveBeenCalled();
  });

  it("leaves Enter to the link or button that has the focus", () => {
    const open = vi.fn();
    keys({ Enter: open });
    render(<button>Save</button>);
    fireEvent.keyDown(screen.getByText("Save"), { key: "Enter" });
    expect(open).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: "Enter" });
    expect(open).toHaveBeenCalledOnce();
  });

  it("obeys the page that came last", () => {
    const [queue, page] = [vi.fn(), vi.fn()];
    keys({ j: queue });
    keys({ j: page });
    fireEvent.keyDown(document.body, { key: "j" });
    expect(page).toHaveBeenCalledOnce();
    expect(queue).not.toHaveBeenCalled();
  });

  it("can be turned off", () => {
    const down = vi.fn();
    keys({ j: down });
    switchShortcuts(false);
    fireEvent.keyDown(document.body, { key: "j" });
    expect(down).not.toHaveBeenCalled();
  });
});
