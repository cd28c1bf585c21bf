import type { ReactNode } from "react";
import { Icon } from "./Icon";
import { Link } from "./Link";

export function BackTo({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="back">
      <Icon name="back" />
      {children}
    </Link>
  );
}
