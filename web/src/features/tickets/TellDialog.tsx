import { Radio } from "antd";
import { useState } from "react";
import type { TicketView } from "../../api/views";
import { useMessages } from "../../i18n";
import { useStableId } from "../../ui/drafts";
import { messages } from "./messages";
import { TextDialog } from "./TextDialog";

/** The result, to the customer: in writing where the matter came from, or as it was said to them. */
export function TellDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const t = useMessages(messages);
  const stable = useStableId(`ticket-result:${view.item.id}`);
  const [through, setThrough] = useState<"ORIGIN" | "SPOKEN">(view.origin === null ? "SPOKEN" : "ORIGIN");
  return (
    <TextDialog
      view={view}
      title={t.tell}
      label={t.result}
      hint={t.resultHint}
      what={`results/${stable.id}`}
      body={(text) => ({ text, through })}
      done={stable.next}
      onClose={onClose}
    >
      <Radio.Group
        aria-label={t.through}
        value={through}
        onChange={(event) => setThrough(event.target.value as "ORIGIN" | "SPOKEN")}
        options={[
          { value: "ORIGIN", label: t.ORIGIN, disabled: view.origin === null },
          { value: "SPOKEN", label: t.SPOKEN },
        ]}
      />
    </TextDialog>
  );
}
