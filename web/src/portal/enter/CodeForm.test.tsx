import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { live } from "../../api/live";
import { setLanguage } from "../../i18n";
import { fakeServer, Refusal } from "../testing/fakeServer";
import { CodeForm, digitsOf } from "./CodeForm";

const lin = {
  kind: "customer",
  shop: { id: "harbour-tea", name: "港湾茶集" },
  customerId: "lin",
  displayName: "林晓",
};
const asked = {
  codeId: "k-1",
  shop: "harbour-tea",
  orderNumber: "HT-1",
  contact: "",
  sentTo: "13*******10",
  minutes: 10,
};

function open(askedAt = Date.now(), back: string | null = null) {
  const onIn = vi.fn();
  const onAskedAgain = vi.fn();
  render(
    <CodeForm
      asked={{ ...asked, askedAt }}
      onAskedAgain={onAskedAgain}
      onChange={vi.fn()}
      onIn={onIn}
      back={back}
    />,
  );
  return { onIn, onAskedAgain };
}

describe("entering with a one-time code", () => {
  beforeEach(() => {
    setLanguage("zh");
    sessionStorage.clear();
    vi.stubGlobal("scrollTo", vi.fn());
    vi.spyOn(live, "start").mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("understands whatever is pasted", () => {
    expect(digitsOf("482 913")).toBe("482913");
    expect(digitsOf("【港湾茶集】验证码 482913，10分钟内有效")).toBe("482913");
    expect(digitsOf("４８２９１３")).toBe("482913");
    expect(digitsOf("48291")).toBe("48291");
    expect(digitsOf("4829134")).toBe("482913");
  });

  it("goes in with the sixth digit and back to where the customer was", async () => {
    const server = fakeServer({ "POST /api/v1/portal/session": () => lin });
    const { onIn } = open(Date.now(), "/orders/HT-1/apply");
    fireEvent.change(screen.getByLabelText("6 位验证码"), { target: { value: "482913" } });
    await waitFor(() => expect(onIn).toHaveBeenCalledOnce());
    expect(server.calls[0]?.body).toEqual({ shop: "harbour-tea", codeId: "k-1", code: "482913" });
    expect(location.pathname).toBe("/portal/orders/HT-1/apply");
  });

  it("says kindly that a code is wrong and clears it for the next try", async () => {
    fakeServer({
      "POST /api/v1/portal/session": () => new Refusal(422, "code-not-good", "验证码不正确或已失效"),
    });
    open();
    fireEvent.change(screen.getByLabelText("6 位验证码"), { target: { value: "111111" } });
    expect(await screen.findByText("验证码不正确或已失效")).toBeVisible();
    expect(screen.getByLabelText("6 位验证码")).toHaveValue("");
  });

  it("counts down after too many tries instead of trying on", async () => {
    const server = fakeServer({
      "POST /api/v1/portal/session": () =>
        new Refusal(429, "too-many-requests", "操作过于频繁", { "Retry-After": "45" }),
    });
    open();
    fireEvent.change(screen.getByLabelText("6 位验证码"), { target: { value: "111111" } });
    expect(await screen.findByText("试得太频繁了，请休息 45 秒再试")).toBeVisible();
    fireEvent.change(screen.getByLabelText("6 位验证码"), { target: { value: "222222" } });
    expect(server.calls).toHaveLength(1);
  });

  it("offers to send again after a minute, counting down until then", async () => {
    vi.useFakeTimers();
    const server = fakeServer({ "PUT /api/v1/portal/codes/*": () => ({ sentTo: null, validSeconds: 600 }) });
    const { onAskedAgain } = open();
    expect(screen.getByText("60 秒后可重新发送")).toBeVisible();
    act(() => void vi.advanceTimersByTime(21_000));
    expect(screen.getByText("39 秒后可重新发送")).toBeVisible();
    fireEvent.click(screen.getByRole("button", { name: "重新发送" }));
    expect(server.calls).toHaveLength(0);

    act(() => void vi.advanceTimersByTime(40_000));
    fireEvent.click(screen.getByRole("button", { name: "重新发送" }));
    await act(() => vi.advanceTimersByTimeAsync(10));
    expect(onAskedAgain).toHaveBeenCalledOnce();
    expect(server.calls[0]?.path).not.toContain("k-1");
  });

  it("counts down in English too", () => {
    setLanguage("en");
    open();
    expect(screen.getByText("You can send again in 60 s")).toBeVisible();
  });
});
