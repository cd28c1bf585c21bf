import { Input, InputNumber, Select, Switch } from "antd";
import type { PolicyShape } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Panel } from "../../ui/Panel";
import { AmountInput } from "./AmountInput";
import { withConstant, wrongAt } from "./document";
import { messages } from "./messages";
import type { TabProps } from "./tab";
import { TiersInput, type Tier } from "./TiersInput";
import { useValues } from "./values";
import { Wrong } from "./Wrong";

type Constant = PolicyShape["constants"][number];
const GROUPS = ["WINDOW", "MONEY", "RISK", "CLOCK"] as const;
const LEVELS = ["MINOR", "MODERATE", "SEVERE"] as const;

export function ConstantsTab(props: TabProps) {
  const t = useMessages(messages);
  return (
    <div className="stack">
      {GROUPS.map((group) => (
        <Panel key={group} title={t[group]}>
          <div className="policy-constants">
            {props.shape.constants
              .filter((constant) => constant.group === group)
              .map((constant) => (
                <ConstantField key={constant.field} constant={constant} {...props} />
              ))}
          </div>
        </Panel>
      ))}
    </div>
  );
}

function ConstantField({ constant, ...props }: TabProps & { constant: Constant }) {
  const t = useMessages(messages);
  const { document, shape, wrong } = props;
  const house = useValues(shape, {});
  const changed = document[constant.field] !== undefined;
  const law = [
    constant.least === null ? null : t.least(constant.least),
    constant.most === null ? null : t.most(constant.most),
  ].filter((one) => one !== null);
  const plain = typeof constant.ofTheHouse === "number";
  return (
    <div className={changed ? "policy-constant changed" : "policy-constant"}>
      <div className="row wrap">
        <span>{constant.text}</span>
        {changed && <Badge tone="info">{t.changed}</Badge>}
      </div>
      <Control constant={constant} {...props} />
      <div className="small muted">
        {[plain ? t.house(house(constant.field)) : null, ...law, constant.article]
          .filter((one) => one !== null)
          .join(" · ")}
      </div>
      <Wrong of={wrongAt(wrong, `/${constant.field}`)} />
    </div>
  );
}

function Control({ constant, document, edit, mayWrite }: TabProps & { constant: Constant }) {
  const t = useMessages(messages);
  const value = document[constant.field] ?? constant.ofTheHouse;
  const set = (next: unknown) => edit(withConstant(document, constant.field, next, constant.ofTheHouse));
  const common = { "aria-label": constant.text, disabled: !mayWrite };
  switch (constant.unit) {
    case "FEN":
      return <AmountInput label={constant.text} fen={Number(value)} disabled={!mayWrite} onChange={set} />;
    case "SWITCH":
      return <Switch {...common} checked={value === true} onChange={set} />;
    case "CHOICE":
      return (
        <Select
          {...common}
          value={String(value)}
          onChange={set}
          options={(["PROPORTIONAL", "RECALC"] as const).map((one) => ({ value: one, label: t[one] }))}
        />
      );
    case "ZONE":
      return <Input {...common} value={String(value)} onChange={(event) => set(event.target.value)} />;
    case "TIERS":
      return <TiersInput tiers={value as Tier[]} disabled={!mayWrite} onChange={set} />;
    case "PERCENTS": {
      const shares = value as Record<(typeof LEVELS)[number], number>;
      return (
        <div className="row wrap">
          {LEVELS.map((level) => (
            <InputNumber
              key={level}
              aria-label={`${constant.text} · ${t[level]}`}
              disabled={!mayWrite}
              prefix={t[level]}
              suffix="%"
              min={0}
              max={100}
              value={shares[level]}
              onChange={(next) => {
                if (next !== null) set({ ...shares, [level]: next });
              }}
            />
          ))}
        </div>
      );
    }
    default:
      return (
        <InputNumber {...common} min={0} suffix={t[constant.unit]} value={Number(value)} onChange={set} />
      );
  }
}
