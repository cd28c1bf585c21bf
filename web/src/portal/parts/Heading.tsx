import { useEffect, useRef, type ReactNode } from "react";

let firstScreen = true;

/** The name of the screen. A screen reader begins here after each change of address, as sighted eyes do. */
export function Heading({ children, title }: { children: ReactNode; title?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!firstScreen) heading.current?.focus({ preventScroll: true });
    firstScreen = false;
  }, []);
  useEffect(() => {
    document.title = title ?? heading.current?.textContent ?? "";
  });
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
