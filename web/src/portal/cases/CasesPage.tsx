import type { PortalCase } from "../../api/views";
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
import { wordFor } from "./words";

export function CasesPage() {
  const t = useMessages(messages);
  const cases = usePages<PortalCase>(CASES);
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

function CaseCard({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const now = useNow(60_000);
  const step = it.nextStep;
  const yours = step !== null && isCustomersTurn(step.who);
  return (
    <Link to={`/cases/${it.id}`} className="card case-link">
      <span className="row apart">
        <span className={`pill ${yours ? "you" : toneOf(it.state)}`}>{it.stateText}</span>
        <span className="small soft">{t.submittedOn(exactTime(it.submittedAt, now, language))}</span>
      </span>
      <span>
        <strong>{it.lines.map((line) => line.title).join("、") || t.caseNo(it.no)}</strong>
        <br />
        <span className="soft">
          {wordFor(it.type, language)}
          {it.refundMinor > 0 && <> · {formatMoney(it.refundMinor, it.currency, language)}</>}
        </span>
      </span>
      {step !== null && (
        <span className="small">
          {yours && <strong>{t.yourTurn} · </strong>}
          {step.text}
          {step.etaAt !== null && (
            <span className="soft">
              <br />
              {yours ? dueText(step.etaAt, now, language) : etaText(step.etaAt, now, language)}
            </span>
          )}
        </span>
      )}
    </Link>
  );
}
