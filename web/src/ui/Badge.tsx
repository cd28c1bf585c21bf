import type { ReactNode } from "react";
import "./Badge.css";

export function Badge({
  tone = "quiet",
  children,
}: {
  tone?: "good" | "warn" | "bad" | "info" | "quiet";
  children: ReactNode;
}) {
  return <span className={`badge ${tone}`}>{children}</span>;
}
