import type { PortalCase } from "../contract";
import { useLanguage, useMessages } from "../../i18n";
import { exactTime } from "../times";
import { useNow } from "../useNow";
import { messages } from "./messages";

/** Which store, with which code, and until when; large enough to be read over a counter. */
export function StoreVisit({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const now = useNow();
  const visit = it.storeDrop;
  if (!visit) return null;
  return (
    <section className="card" aria-labelledby="store-visit">
      <h2 id="store-visit">{t.storeTitle}</h2>
      {visit.code && visit.holdUntil ? (
        <>
          <span className="label">{t.storeCode}</span>
          <p className="store-code">{visit.code.replace(/(.{4})(?=.)/g, "$1 ")}</p>
          <p>
            <strong>{t.holdUntil(exactTime(visit.holdUntil, now, language))}</strong>
          </p>
          <p className="soft">{t.bringGoods}</p>
        </>
      ) : (
        <p className="soft">{t.storeAsked}</p>
      )}
      <address>
        <strong>{visit.name}</strong>
        {visit.address && (
          <>
            <br />
            {visit.address}
          </>
        )}
        {visit.phone && (
          <>
            <br />
            <a className="number" href={`tel:${visit.phone}`}>
              {visit.phone}
            </a>
          </>
        )}
        {visit.opens && (
          <>
            <br />
            <span className="soft">{t.opens(visit.opens)}</span>
          </>
        )}
      </address>
    </section>
  );
}
