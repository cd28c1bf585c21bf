import { useQueryClient } from "@tanstack/react-query";
import { AutoComplete } from "antd";
import { useState } from "react";
import { useMessages } from "../../i18n";
import type { QueuePages } from "./merge";
import { messages } from "./messages";

/** Any rule may be typed; those of the cases that were seen are offered with their text. */
export function RuleFilter({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (rule: string | undefined) => void;
}) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [text, setText] = useState(value ?? "");
  const [heard, setHeard] = useState(value);
  if (value !== heard) {
    setHeard(value);
    setText(value ?? "");
  }
  const seen = new Map<string, string>();
  for (const [, pages] of queries.getQueriesData<QueuePages>({ queryKey: ["cases", "queue"] }))
    for (const page of pages?.pages ?? [])
      for (const item of page.items) seen.set(item.ruleId, item.ruleText);
  const send = (rule: string) => {
    const next = rule.trim().toUpperCase();
    if (next !== (value ?? "")) onChange(next === "" ? undefined : next);
  };
  return (
    <AutoComplete
      aria-label={t.rule}
      placeholder={t.rule}
      style={{ width: 168 }}
      allowClear
      popupMatchSelectWidth={280}
      value={text}
      onChange={(next: string | undefined) => setText(next ?? "")}
      onClear={() => onChange(undefined)}
      onSelect={(rule: string | undefined) => send(rule ?? "")}
      onBlur={() => send(text)}
      onKeyDown={(event) => {
        if (event.key === "Enter") send(text);
      }}
      options={[...seen]
        .filter(([id, words]) => `${id} ${words}`.toUpperCase().includes(text.toUpperCase()))
        .map(([id, words]) => ({
          value: id,
          label: (
            <span>
              {words} <span className="muted mono">{id}</span>
            </span>
          ),
        }))}
    />
  );
}
