import { useMessages } from "../../i18n";
import { AmountInput } from "./AmountInput";
import { messages } from "./messages";

export type Tier = [name: string, limit: number | null];

/** Who signs up to how much; the last one has no limit. */
export function TiersInput({
  tiers,
  disabled,
  onChange,
}: {
  tiers: readonly Tier[];
  disabled: boolean;
  onChange: (next: Tier[]) => void;
}) {
  const t = useMessages(messages);
  return (
    <div className="policy-tiers">
      {tiers.map(([name, limit], at) => (
        <div key={name} className="row">
          <span className="mono">{name}</span>
          {limit === null ? (
            <span className="muted">{t.noLimit}</span>
          ) : (
            <AmountInput
              label={`${name} · ${t.limit}`}
              fen={limit}
              disabled={disabled}
              onChange={(fen) => {
                if (fen !== null) onChange(tiers.map((one, n) => (n === at ? [name, fen] : one)));
              }}
            />
          )}
        </div>
      ))}
    </div>
  );
}
