import type { PortalOrder } from "../contract";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { Goods } from "../parts/Goods";
import { chosenLines, leftOf, openLines, type Draft } from "./draft";
import { messages } from "./messages";

interface LinesProps {
  order: PortalOrder;
  draft: Draft;
  wrong: string | null;
  onChange: (lines: Record<string, number>) => void;
}

/** Which of the things bought, and how many of each. */
export function Lines({ order, draft, wrong, onChange }: LinesProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const chosen = chosenLines(draft, order);
  const open = openLines(order);
  const several = open.length > 1;
  const all = () => onChange(Object.fromEntries(open.map((line) => [line.id, leftOf(line)])));
  return (
    <fieldset className="card" id="lines" aria-describedby={wrong === null ? undefined : "lines-wrong"}>
      <legend className="hidden-text">{t.which}</legend>
      <div className="row apart">
        <span className="label" aria-hidden="true">
          {t.which}
        </span>
        {several && (
          <button type="button" className="language" onClick={all}>
            {t.all}
          </button>
        )}
      </div>
      {order.lines.map((line) => {
        const qty = chosen[line.id] ?? 0;
        const left = leftOf(line);
        const gone = left > 0 ? null : line.openCaseId ? t.inCase : t.refundedBefore;
        const goods = (
          <Goods title={line.title} category={line.category}>
            <span className="small soft">
              {formatMoney(line.paidMinor, order.currency, language)}
              {gone !== null && <> · {gone}</>}
            </span>
          </Goods>
        );
        return (
          <div key={line.id} className={`pick ${qty > 0 ? "picked" : ""}`}>
            {several && gone === null ? (
              <label className="row nowrap">
                <input
                  type="checkbox"
                  checked={qty > 0}
                  onChange={(event) => onChange({ ...chosen, [line.id]: event.target.checked ? left : 0 })}
                />
                {goods}
              </label>
            ) : (
              goods
            )}
            {qty > 0 && left > 1 && (
              <Quantity
                title={line.title}
                qty={qty}
                bought={left}
                onChange={(next) => onChange({ ...chosen, [line.id]: next })}
              />
            )}
          </div>
        );
      })}
      {wrong !== null && (
        <span id="lines-wrong" className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </fieldset>
  );
}

interface QuantityProps {
  title: string;
  qty: number;
  bought: number;
  onChange: (qty: number) => void;
}

function Quantity({ title, qty, bought, onChange }: QuantityProps) {
  const t = useMessages(messages);
  return (
    <div className="quantity" role="group" aria-label={t.quantityOf(title)}>
      <span className="small soft">{t.ofBought(bought)}</span>
      <button
        type="button"
        aria-label={t.less}
        aria-disabled={qty <= 1}
        onClick={() => onChange(Math.max(1, qty - 1))}
      >
        −
      </button>
      <output>{qty}</output>
      <button
        type="button"
        aria-label={t.moreOne}
        aria-disabled={qty >= bought}
        onClick={() => onChange(Math.min(bought, qty + 1))}
      >
        +
      </button>
    </div>
  );
}
