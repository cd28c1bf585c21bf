import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { go, hrefOf } from "../address";

/** A link inside the portal: a real address, opened without a reload. */
export function Link({ to, ...rest }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const open = (event: MouseEvent) => {
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (elsewhere) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={hrefOf(to)} onClick={open} {...rest}>
      {rest.children}
    </a>
  );
}
