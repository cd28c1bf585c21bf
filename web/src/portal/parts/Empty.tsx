import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";

/** Nothing here yet, and what to do about it. */
export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: ReactNode }) {
  return (
    <div className="card empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
