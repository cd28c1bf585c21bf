import type { CaseView } from "../../api/views";
import { reasons, types, word } from "../../api/words";
import { formatDateTime, formatMoney, useLanguage, useMessages } from "../../i18n";
import { Facts, Panel } from "../../ui/Panel";
import { messages } from "./messages";

export function RequestPanel({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <Panel
      title={t.request}
      extra={<span className="muted small">{formatDateTime(item.submittedAt, spoken)}</span>}
    >
      {item.reasonText !== null && item.reasonText !== "" && (
        <blockquote className="said keep-lines">{item.reasonText}</blockquote>
      )}
      <Facts
        of={[
          [t.askedType, word(types, item.askedType ?? item.type, spoken)],
          [t.reason, word(reasons, item.reason, spoken)],
          [
            t.lines,
            item.lines
              .map(
                (line) =>
                  `${line.title} ×${line.qtyAsked} (${formatMoney(line.refundMinor, item.currency, spoken)})`,
              )
              .join(spoken === "zh" ? "；" : "; "),
          ],
        ]}
      />
    </Panel>
  );
}
