import { useId, type ReactNode } from "react";
import { useMessages } from "../../i18n";
import { messages } from "./messages";

interface FieldProps {
  label: string;
  help?: string;
  wrong?: string | null;
  optional?: boolean;
  children: (props: {
    id: string;
    "aria-invalid": boolean;
    "aria-describedby": string | undefined;
  }) => ReactNode;
}

/** A label, its input, what helps to fill it in, and what is wrong with it. */
export function Field({ label, help, wrong = null, optional = false, children }: FieldProps) {
  const t = useMessages(messages);
  const id = useId();
  const described = [help && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional && <span className="optional">{t.optional}</span>}
      </label>
      {children({
        id,
        "aria-invalid": wrong !== null,
        "aria-describedby": described === "" ? undefined : described,
      })}
      {help && (
        <span id={`${id}-help`} className="small soft">
          {help}
        </span>
      )}
      {wrong !== null && (
        <span id={`${id}-wrong`} className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}
