import { useLocation } from "@tanstack/react-router";
import { Dropdown } from "antd";
import { Children, isValidElement, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { type Messages, useLanguage, useMessages } from "../i18n";
import { fitting } from "./fitting";

const messages = { more: { zh: "更多", en: "More" } } satisfies Messages;

/** Of the button that leads to the rest, in pixels. */
const MORE = 76;

/** The places one may go to, as links; those that the line is too narrow for are under “More”. */
export function Places({ label, children }: { label: string; children: ReactNode }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const path = useLocation().pathname;
  const line = useRef<HTMLElement>(null);
  const links = Children.toArray(children);
  // Open where one is: going somewhere closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  // Measured while all of them stand in the line, which is once for each set of places and each language.
  const key = `${links.length} ${spoken}`;
  const [measured, setMeasured] = useState<{ key: string; widths: number[]; room: number } | null>(null);
  const count = measured?.key === key ? fitting(measured.widths, measured.room, MORE) : links.length;

  useLayoutEffect(() => {
    const nav = line.current;
    if (nav === null) return;
    const standing = [...nav.querySelectorAll<HTMLElement>(":scope > a")];
    const measure = () =>
      setMeasured((before) => {
        const known = before?.key === key ? before.widths : [];
        const widths = standing.map((link) => link.offsetWidth);
        return { key, widths: [...widths, ...known.slice(widths.length)], room: nav.clientWidth };
      });
    // A badge that appears makes a place wider, too.
    const watcher = new ResizeObserver(measure);
    for (const each of [nav, ...standing]) watcher.observe(each);
    return () => watcher.disconnect();
  }, [key, count]);

  const rest = links.slice(count);
  const inRest = rest.some(
    (link) => isValidElement<{ to?: string }>(link) && path.startsWith(link.props.to ?? "\0"),
  );
  return (
    <nav aria-label={label} ref={line}>
      {links.slice(0, count)}
      {rest.length > 0 && (
        <Dropdown
          open={openAt === path}
          onOpenChange={(open) => setOpenAt(open ? path : null)}
          trigger={["click"]}
          popupRender={() => <div className="more-places">{rest}</div>}
        >
          <button
            type="button"
            className={inRest ? "active" : ""}
            aria-haspopup="true"
            aria-expanded={openAt === path}
          >
            {t.more} ▾
          </button>
        </Dropdown>
      )}
    </nav>
  );
}
