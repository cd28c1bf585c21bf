import { useSyncExternalStore } from "react";
import { live } from "../../api/live";
import type { PortalCase } from "../contract";
import { useLanguage, useMessages } from "../../i18n";
import { dueText, etaText, exactTime, relativeTime } from "../times";
import { useNow } from "../useNow";
import { messages } from "./messages";
import { isCustomersTurn } from "./tone";

/** What has happened, newest first, below what is expected to happen next. */
export function Timeline({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const now = useNow();
  // What happened in the same moment stays in its order, the later above.
  const entries = it.timeline.toReversed().sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const ahead = it.nextStep;
  return (
    <section className="card">
      <div className="row apart">
        <h2>{t.timeline}</h2>
        <LiveDot />
      </div>
      <ol className="timeline">
        {ahead && it.state !== "REFUSED" && (
          <li className="ahead">
            <p>{ahead.text}</p>
            <p className="small soft">
              {(isCustomersTurn(it.state) ? dueText : etaText)(ahead.etaAt, now, language)}
            </p>
          </li>
        )}
        {entries.map((entry, i) => (
          <li key={`${entry.at} ${entry.text}`} className={i === 0 ? "latest" : ""}>
            <p className="timeline-text">{entry.text}</p>
            <p className="small soft number">
              <time dateTime={entry.at}>{exactTime(entry.at, now, language)}</time> ·{" "}
              {relativeTime(entry.at, now, language)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function LiveDot() {
  const t = useMessages(messages);
  const connection = useSyncExternalStore(live.watch, live.connection);
  const now = connection === "live";
  return <span className={now ? "live" : "live waiting"}>{now ? t.live : t.reconnecting}</span>;
}
