import { useState } from "react";
import type { CaseView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Panel } from "../../ui/Panel";
import { Lightbox } from "./Lightbox";
import { messages } from "./messages";

export function EvidencePanel({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [shown, setShown] = useState<number | null>(null);
  const count = item.evidence.length;
  return (
    <Panel title={t.evidence} extra={count > 0 && <span className="muted small nums">{count}</span>}>
      {count === 0 ? (
        <p className="muted">{t.evidenceNone}</p>
      ) : (
        <div className="evidence">
          {item.evidence.map((one, index) => (
            <button
              key={one.id}
              type="button"
              onClick={() => setShown(index)}
              title={formatDateTime(one.at, spoken)}
            >
              <img src={one.url} alt={t.photo(index + 1, count)} loading="lazy" width="92" height="92" />
            </button>
          ))}
        </div>
      )}
      {shown !== null && <Lightbox pictures={item.evidence} start={shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}
