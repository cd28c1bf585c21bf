import { useId } from "react";
import { useMessages } from "../../i18n";
import { messages } from "./messages";

interface BadRatioProps {
  value: number | null;
  onChange: (percent: number) => void;
}

/** The share of fresh goods that is bad; what is refunded is that share. */
export function BadRatio({ value, onChange }: BadRatioProps) {
  const t = useMessages(messages);
  const id = useId();
  const shown = value ?? 50;
  const words = shown === 100 ? t.badAll : t.badShare(shown);
  return (
    <div className="card">
      <div className="row apart">
        <label htmlFor={id} className="label">
          {t.bad}
        </label>
        <output htmlFor={id}>
          <strong>{value === null ? "–" : words}</strong>
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={5}
        max={100}
        step={5}
        value={shown}
        aria-valuetext={words}
        onChange={(event) => onChange(Number(event.target.value))}
        onPointerUp={() => {
          if (value === null) onChange(shown);
        }}
      />
    </div>
  );
}
