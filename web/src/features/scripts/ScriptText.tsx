import type { ScriptBlank } from "../../api/views";
import { pieces } from "./blanks";

/** A script as it is read: what is to be filled in is marked. */
export function ScriptText({ text, blanks }: { text: string; blanks: readonly ScriptBlank[] }) {
  const label = (name: string) => blanks.find((one) => one.name === name)?.label ?? name;
  return (
    <span className="script-text">
      {pieces(text, label).map((one, index) => (one.blank ? <mark key={index}>{one.text}</mark> : one.text))}
    </span>
  );
}
