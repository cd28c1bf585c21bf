import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { api } from "../../api/client";
import type { ExpertLink, ExpertOfCase } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { useShortcuts } from "../../ui/shortcuts";
import { Acts, SOLVE, TAKE } from "./Acts";
import { Clocks } from "./Clocks";
import { messages } from "./messages";
import { expertsKey, useExpertNews } from "./useExperts";

/** The last call for an expert on a case; nothing while nobody was ever called. */
export function ExpertPanel({ id }: { id: string }) {
  useExpertNews();
  const found = useQuery({
    queryKey: expertsKey("case", id),
    queryFn: ({ signal }) => api.get<ExpertOfCase>(`/api/v1/cases/${id}/expert-link`, { signal }),
  });
  const link = found.data?.link ?? null;
  if (link !== null) return <OneCall link={link} />;
  return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
}

function press(within: HTMLElement | null, act: string) {
  within?.querySelector<HTMLElement>(`[data-action="${act}"]:not(:disabled)`)?.click();
}

function OneCall({ link }: { link: ExpertLink }) {
  const t = useMessages(messages);
  const frame = useRef<HTMLDivElement>(null);
  const may = (act: string) => link.allowed.includes(act);
  useShortcuts(
    [
      ...(may("take") ? [{ keys: TAKE, label: t.take, run: () => press(frame.current, "take") }] : []),
      ...(may("solve") ? [{ keys: SOLVE, label: t.solve, run: () => press(frame.current, "solve") }] : []),
    ],
    link.allowed.length > 0,
  );
  return (
    <Panel title={t.panel}>
      <div className="stack" ref={frame}>
        <Clocks link={link} />
        <Call link={link} />
        <Acts link={link} />
      </div>
    </Panel>
  );
}

/** Who asked what, and what the answer is. */
export function Call({ link }: { link: ExpertLink }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const byRules = link.askedBy === "system";
  return (
    <>
      <p className="keep-lines">{byRules ? t.byRules : link.reason}</p>
      <div className="small muted">
        {t.askedBy(byRules ? t.bySystem : link.askedBy, formatDateTime(link.askedAt, spoken))}
      </div>
      {link.solution !== null && (
        <p className="keep-lines">
          <strong>{t.answer}</strong> {link.solution}
        </p>
      )}
    </>
  );
}
