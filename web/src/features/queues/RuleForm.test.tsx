import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { IntentItem, WorkQueue, WorkRule } from "../../api/views";
import { setLanguage } from "../../i18n";
import { RuleForm } from "./RuleForm";

const QUEUE = { id: "vip", nameZh: "贵宾", nameEn: "Guests of honour" } as WorkQueue;
const REFUND = { key: "refund_request", name: "Ask for a refund" } as IntentItem;

beforeEach(() => setLanguage("en"));

function open(topics: IntentItem[] | null) {
  const onSave = vi.fn<(rule: WorkRule) => void>();
  render(<RuleForm topics={topics} known={undefined} queues={[QUEUE]} onClose={vi.fn()} onSave={onSave} />);
  return onSave;
}

it("asks for a topic by its name and for the customer's value", () => {
  const onSave = open([REFUND]);
  fireEvent.mouseDown(screen.getByLabelText("Topic"));
  fireEvent.click(screen.getByText("Ask for a refund"));
  fireEvent.change(screen.getByLabelText("Customer's value from"), { target: { value: "5" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(onSave).toHaveBeenCalledWith(
    expect.objectContaining({ queue: "vip", topics: ["refund_request"], fromValue: 5, words: null }),
  );
});

it("lets whoever may not read the topics type their keys", () => {
  const onSave = open(null);
  const topic = screen.getByLabelText("Topic");
  fireEvent.change(topic, { target: { value: "refund_request" } });
  fireEvent.keyDown(topic, { key: "Enter", keyCode: 13 });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(onSave).toHaveBeenCalledWith(
    expect.objectContaining({ topics: ["refund_request"], fromValue: null }),
  );
});
