import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect } from "react";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import type { WordingChecked, WordingSlip } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { useSettled } from "../../ui/useSettled";
import { messages } from "./messages";
import "./ScriptsPage.css";

const QUIET_FOR = 400;
const SHOWN = 3;

/** What to mend before a customer reads it, with a better sentence; nothing is forbidden. */
export function WordingCheck({
  shop,
  text,
  language,
  template = false,
  field,
  write,
}: {
  shop: string;
  text: string;
  language?: string;
  template?: boolean;
  /** The id of the field in which Alt+Enter takes the first proposal. */
  field?: string;
  write: (text: string) => void;
}) {
  const t = useMessages(messages);
  const mayCheck = useMay("SCRIPT_READ");
  const settled = useSettled(text, QUIET_FOR);
  const checked = useQuery({
    queryKey: ["wording", shop, language, template, settled],
    queryFn: ({ signal }) =>
      api.post<WordingChecked>(
        `/api/v1/shops/${shop}/wording-checks`,
        { text: settled, template, ...(language === undefined ? {} : { language }) },
        { signal },
      ),
    enabled: mayCheck && settled.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
  // What was found counts for the words that were looked at, and no others.
  const current = settled === text && !checked.isPlaceholderData && settled.trim() !== "";
  const slips = current ? (checked.data?.slips ?? []) : [];
  const first = slips[0];
  const take = (slip: WordingSlip) =>
    write(text.slice(0, slip.start) + spaced(text, slip.start) + slip.proposal + text.slice(slip.end));
  useEffect(() => {
    if (field === undefined || first === undefined) return;
    const hear = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !event.altKey || !isIn(event.target, field)) return;
      event.preventDefault();
      take(first);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  });
  if (first === undefined) return null;
  return (
    <div className="wording-check stack tight" role="status" aria-label={t.check}>
      {slips.slice(0, SHOWN).map((slip) => (
        <div key={`${slip.from} ${slip.words}`} className="stack tight">
          <p>
            <Badge tone="warn">{t[slip.kind]}</Badge> {slip.problem}
          </p>
          <p className="row wrap">
            <span className="small muted">{t.better}</span>
            <span className="grow">{slip.proposal}</span>
            <Button size="small" onClick={() => take(slip)}>
              {t.take}
            </Button>
          </p>
        </div>
      ))}
      <p className="small muted">
        {t.stillSend}
        {field !== undefined && ` · ${t.takeKey}`}
      </p>
    </div>
  );
}

/** The sentence before keeps its distance. */
function spaced(text: string, at: number): string {
  return /^\s*/.exec(text.slice(at))?.[0] ?? "";
}

function isIn(target: EventTarget | null, field: string): boolean {
  return target instanceof HTMLElement && target.id === field;
}
