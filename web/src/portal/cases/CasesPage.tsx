import type { CaseItem } from "../contract";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { usePages } from "../data";
import { Empty } from "../parts/Empty";
import { Heading } from "../parts/Heading";
import { Link } from "../parts/Link";
import { More } from "../parts/More";
import { Problem } from "../parts/Problem";
import { Waiting } from "../parts/Waiting";
import { dueText, etaText, exactTime } from "../times";
import { useNow } from "../useNow";
import { messages } from "./messages";
import { CASES } from "./paths";
import { isCustomersTurn, toneOf } from "./tone";

export function CasesPage() {
  const t = useMessages(messages);
  const cases = usePages<CaseItem>(CASES);
  return (
    <>
      <div className="page-head">
        <Heading>{t.listTitle}</Heading>
        <p className="soft">{t.listLead}</p>
      </div>
      <Problem error={cases.error} onAgain={cases.again} busy={cases.loading} />
      {cases.data === null && cases.error === null && <Waiting heights={[150, 150, 150]} />}
      {cases.data?.items.length === 0 && (
        <Empty icon="cases" title={t.emptyTitle}>
          <p className="soft">{t.empty}</p>
          <Link to="/orders" className="button">
            {t.toOrders}
          </Link>
        </Empty>
      )}
      {cases.data?.items.map((it) => (
        <CaseCard key={it.id} it={it} />
      ))}
      {cases.data?.next && <More more={cases.more} />}
    </>
  );
}

function CaseCard({ it }: { it: CaseItem }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const now = useNow(60_000);
  const yours = isCustomersTurn(it.state);
  return (
    <Link to={`/cases/${it.id}`} className="card case-link">
      <span className="row apart">
        <span className={`pill ${yours ? "you" : toneOf(it.state)}`}>{it.stateText}</span>
        <span className="small soft">{t.submittedOn(exactTime(it.submittedAt, now, language))}</span>
      </span>
      <span>
        <strong>{it.title}</strong>
        <br />
        <span className="soft">
          {it.typeText}
          {it.refundMinor > 0 && <> · {formatMoney(it.refundMinor, it.currency, language)}</>}
        </span>
      </span>
      {it.etaAt && (
        <span className="small soft">
          {yours && <strong>{t.yourTurn} · </strong>}
          {(yours ? dueText : etaText)(it.etaAt, now, language)}
        </span>
      )}
    </Link>
  );
}
