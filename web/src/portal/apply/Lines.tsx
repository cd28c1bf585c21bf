import type { PortalOrder } from "../../api/views";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { Goods } from "../parts/Goods";
import { chosenLines, openLines, type Draft } from "./draft";
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
  const all = () => onChange(Object.fromEntries(open.map((line) => [line.id, line.qty])));
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
        const taken = Boolean(line.openCaseId);
        const goods = (
          <Goods title={line.title} category={line.category} imageUrl={line.imageUrl}>
            <span className="small soft">
              {formatMoney(line.paidMinor, order.currency, language)}
              {taken && <> · {t.inCase}</>}
            </span>
          </Goods>
        );
        return (
          <div key={line.id} className={`pick ${qty > 0 ? "picked" : ""}`}>
            {several && !taken ? (
              <label className="row nowrap">
                <input
                  type="checkbox"
                  checked={qty > 0}
                  onChange={(event) =>
                    onChange({ ...chosen, [line.id]: event.target.checked ? line.qty : 0 })
                  }
                />
                {goods}
              </label>
            ) : (
              goods
            )}
            {qty > 0 && line.qty > 1 && (
              <Quantity
                title={line.title}
                qty={qty}
                bought={line.qty}
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
