import type { ReactNode } from "react";
import "./Nothing.css";

/** An empty place that says what will be here and how it comes. */
export function Nothing({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <svg viewBox="0 0 48 48" width="44" height="44" aria-hidden="true">
        <path
          d="M8 30h9l2 4h10l2-4h9M8 30l6-16h20l6 16v8a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      </svg>
      <strong>{title}</strong>
      {hint !== undefined && <p className="muted">{hint}</p>}
      {children}
    </div>
  );
}
