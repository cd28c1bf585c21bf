import { useId, type ReactNode } from "react";

interface ButtonProps {
  children: ReactNode;
  onClick?: () => void;
  type?: "button" | "submit";
  look?: "strong" | "quiet" | "plain" | "danger";
  full?: boolean;
  busy?: boolean;
  /** Why it cannot be used now; it stays reachable by keyboard so that the reason can be heard. */
  because?: string | null;
}

export function Button({
  children,
  onClick,
  type = "button",
  look = "strong",
  full = false,
  busy = false,
  because = null,
}: ButtonProps) {
  const reasonId = useId();
  const off = busy || because !== null;
  return (
    <>
      <button
        type={type}
        className={["button", look, full ? "full" : ""].join(" ")}
        aria-disabled={off}
        aria-busy={busy}
        aria-describedby={because === null ? undefined : reasonId}
        onClick={(event) => {
          if (off) event.preventDefault();
          else onClick?.();
        }}
      >
        {busy && <span className="spinner" aria-hidden="true" />}
        {children}
      </button>
      {because !== null && (
        <span id={reasonId} className="small soft">
          {because}
        </span>
      )}
    </>
  );
}
