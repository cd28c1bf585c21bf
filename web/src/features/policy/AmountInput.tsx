import { Input } from "antd";
import { useState } from "react";
import { fromFen, toFen } from "./document";

/** An amount in yuan; empty is none of its own. What is no amount stays as typed and is not taken. */
export function AmountInput({
  label,
  fen,
  placeholder,
  disabled,
  onChange,
}: {
  label: string;
  fen: number | null;
  placeholder?: string;
  disabled: boolean;
  onChange: (fen: number | null) => void;
}) {
  const [typing, setTyping] = useState<string | null>(null);
  const shown = typing ?? (fen === null ? "" : fromFen(fen));
  const broken = typing !== null && typing.trim() !== "" && toFen(typing) === null;
  return (
    <Input
      aria-label={label}
      inputMode="decimal"
      className="policy-amount"
      value={shown}
      placeholder={placeholder ?? ""}
      disabled={disabled}
      status={broken ? "error" : ""}
      onChange={(event) => {
        const text = event.target.value;
        setTyping(text);
        const next = text.trim() === "" ? null : toFen(text);
        if (text.trim() === "" || next !== null) onChange(next);
      }}
      onBlur={() => {
        if (!broken) setTyping(null);
      }}
    />
  );
}
