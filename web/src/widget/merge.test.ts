import { describe, expect, it } from "vitest";
import { heard, lastSeq, SILENCE, waitsForFile, type ChatMessage, type ChatView } from "./merge";

const view = (conversation: string, ...seqs: number[]): ChatView => ({
  conversation,
  state: "OPEN",
  more: false,
  place: null,
  bot: false,
  botOffered: false,
  messages: seqs.map(
    (seq) => ({ seq, id: `${conversation}-${seq}`, attachments: [] }) as unknown as ChatMessage,
  ),
});
const ids = (talk: { said: readonly ChatMessage[] }) => talk.said.map((one) => one.id);

describe("a chat that goes on where it was", () => {
  it("asks behind its last number and shows nothing twice", () => {
    let talk = heard(SILENCE, view("a", 1, 2));
    expect(lastSeq(talk)).toBe(2);
    talk = heard(talk, view("a", 2, 4));
    expect(ids(talk)).toEqual(["a-1", "a-2", "a-4"]);
    expect(lastSeq(talk)).toBe(4);
  });

  it("shows the newest place, and none once somebody has it", () => {
    const waiting = heard(SILENCE, { ...view("a", 1), place: { place: 3, within: 120 } });
    expect(waiting.place).toEqual({ place: 3, within: 120 });
    expect(heard(waiting, view("a")).place).toBeNull();
  });

  it("asks again for a message whose file is not there yet", () => {
    const message = (state: string) => ({ seq: 1, id: "a-1", attachments: [{ id: "f", state }] });
    const waiting = { ...view("a"), messages: [message("CHECKING")] } as unknown as ChatView;
    let talk = heard(heard(SILENCE, waiting), view("a", 2));
    expect(lastSeq(talk)).toBe(0);
    expect(waitsForFile(talk)).toBe(true);
    talk = heard(talk, { ...waiting, messages: [message("READY")] } as unknown as ChatView);
    expect(ids(talk)).toEqual(["a-1", "a-2"]);
    expect(lastSeq(talk)).toBe(2);
    expect(waitsForFile(talk)).toBe(false);
  });

  it("keeps what was said before another conversation began", () => {
    const talk = heard(heard(SILENCE, view("a", 1)), view("b", 1));
    expect(ids(talk)).toEqual(["a-1", "b-1"]);
    expect(talk.conversation).toBe("b");
  });
});
