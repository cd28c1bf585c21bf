import { useId, type ReactNode } from "react";

interface ChoicesProps<T extends string> {
  legend: string;
  hint?: string;
  options: { value: T; text: string }[];
  value: T | null;
  wrong?: string | null;
  /** After the last of them, e.g. a way to see more. */
  after?: ReactNode;
  onChange: (value: T) => void;
}

/** One of a few, each as large as a thumb. */
export function Choices<T extends string>({
  legend,
  hint,
  options,
  value,
  wrong = null,
  after,
  onChange,
}: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset className="card" aria-describedby={wrong === null ? undefined : `${name}-wrong`}>
      <legend className="hidden-text">{legend}</legend>
      <span className="label" aria-hidden="true">
        {legend}
      </span>
      {hint && <p className="small soft">{hint}</p>}
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
        {after}
      </div>
      {wrong !== null && (
        <span id={`${name}-wrong`} className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </fieldset>
  );
}
