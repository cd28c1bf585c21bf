import { useId, type ReactNode } from "react";

/** A label over its control, with a hint below; the control gets the ids that tie them together. */
export function Field({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: string;
  children: (ids: { id: string; "aria-describedby"?: string }) => ReactNode;
}) {
  const id = useId();
  const hintId = useId();
  return (
    <div className="stack tight">
      <label htmlFor={id}>{label}</label>
      {children(hint === undefined ? { id } : { id, "aria-describedby": hintId })}
      {hint !== undefined && (
        <span id={hintId} className="small muted">
          {hint}
        </span>
      )}
    </div>
  );
}
