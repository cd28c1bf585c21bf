import type { PortalCase } from "../contract";
import { useLanguage, useMessages } from "../../i18n";
import { exactTime } from "../times";
import { useNow } from "../useNow";
import { messages } from "./messages";

/** What was asked for, as it was sent. */
export function Details({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const now = useNow(60_000);
  const fact = (name: string, value: string | null | undefined) =>
    !value ? null : (
      <>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </>
    );
  return (
    <section className="card">
      <div className="row apart">
        <h2>{t.details}</h2>
        <span className="small soft number">{it.no}</span>
      </div>
      <dl className="facts">
        {fact(t.order, it.orderNo)}
        {fact(t.items, it.lines.map((line) => `${line.title} ×${line.qty}`).join("\n"))}
        {fact(t.wish, it.typeText)}
        {fact(t.reason, it.reasonLabel)}
        {fact(t.words, it.reasonText)}
        {fact(t.submitted, exactTime(it.submittedAt, now, language))}
      </dl>
      {it.evidence.length > 0 && (
        <>
          <span className="label">{t.evidenceGiven}</span>
          <ul className="evidence">
            {it.evidence.map((photo, i) => (
              <li key={photo.id}>
                <a href={photo.url} target="_blank" rel="noreferrer">
                  <img src={photo.url} alt={t.evidenceNumber(i + 1)} loading="lazy" />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
