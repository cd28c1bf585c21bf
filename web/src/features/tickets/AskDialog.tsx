import { Segmented } from "antd";
import { useState } from "react";
import type { TicketView } from "../../api/views";
import { formatDuration, useLanguage, useMessages } from "../../i18n";
import { useStableId } from "../../ui/drafts";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { TextDialog } from "./TextDialog";
import { useTicketSettings } from "./useTickets";
import { departments, usualParty } from "./words";

const MINUTE = 60_000;

/** Asks a department or an outside party; the usual one is chosen already. */
export function AskDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const known = useTicketSettings(view.item.shop);
  const stable = useStableId(`ticket-ask:${view.item.id}`);
  const [chosen, setParty] = useState<string | null>(null);
  const settings = known.data?.settings;
  const parties = [
    ...(settings?.parties ?? []).map((one) => ({
      id: one.party,
      name: departments[one.party][spoken],
      limit: one.limitMinutes,
    })),
    ...(settings?.outside ?? []).map((one) => ({
      id: `outside:${one.id}`,
      name: one.name,
      limit: one.limitMinutes,
    })),
  ];
  const usual = usualParty[view.item.triage.type] as string;
  const party =
    parties.find((one) => one.id === chosen) ?? parties.find((one) => one.id === usual) ?? parties[0];
  return (
    <TextDialog
      view={view}
      title={t.transfer}
      label={t.question}
      hint={party?.id.startsWith("outside:") ? t.outsideHint : t.questionHint}
      what={`requests/${stable.id}`}
      body={(question) => ({ party: party?.id, question })}
      ready={party !== undefined}
      done={stable.next}
      onClose={onClose}
    >
      <ProblemNote error={known.error} />
      <Segmented
        className="ticket-choices"
        aria-label={t.party}
        value={party?.id ?? ""}
        onChange={setParty}
        options={parties.map((one) => ({ value: one.id, label: one.name }))}
      />
      {party !== undefined && (
        <span className="small muted">{t.answersWithin(formatDuration(party.limit * MINUTE, spoken))}</span>
      )}
    </TextDialog>
  );
}
