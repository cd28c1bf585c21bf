import { useState, type ReactNode } from "react";
import { setLanguage, useLanguage, useMessages } from "../i18n";
import { useAddress } from "./address";
import { Button } from "./parts/Button";
import { Icon } from "./parts/Icon";
import { Link } from "./parts/Link";
import { messages } from "./parts/messages";
import { Problem } from "./parts/Problem";
import { useReachable } from "./server";
import { leave, useEntered } from "./session";

/** What every screen has around it: whose shop this is, where one can go, the language, the connection. */
export function Shell({ children, width }: { children: ReactNode; width: "narrow" | "" | "wide" }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const entered = useEntered();
  const inside = typeof entered === "object";
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <header className="top">
        <div className="top-row">
          <Link to={inside ? "/orders" : "/enter"} className="brand">
            <Mark />
            <span className="brand-name">
              {inside ? entered.shop.name : t.name}
              <small>{inside ? t.name : t.motto}</small>
            </span>
          </Link>
          {inside && <Tabs />}
          <button
            type="button"
            className="language push"
            lang={language === "zh" ? "en" : "zh-CN"}
            onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
          >
            {t.otherLanguage}
          </button>
        </div>
      </header>
      <OfflineBanner />
      <main id="main" tabIndex={-1} className={`main ${width}`}>
        {children}
      </main>
      {inside && <Foot who={entered.displayName} />}
    </div>
  );
}

function Tabs() {
  const t = useMessages(messages);
  const address = useAddress();
  const tab = (to: string, name: string, icon: "orders" | "cases") => (
    <Link to={to} aria-current={address.startsWith(to) ? "page" : undefined}>
      <Icon name={icon} />
      {name}
    </Link>
  );
  return (
    <nav className="tabs" aria-label={t.mainMenu}>
      {tab("/orders", t.orders, "orders")}
      {tab("/cases", t.cases, "cases")}
    </nav>
  );
}

function OfflineBanner() {
  const t = useMessages(messages);
  const reachable = useReachable();
  return <div role="status">{!reachable && <div className="offline">{t.offline}</div>}</div>;
}

function Foot({ who }: { who: string | null }) {
  const t = useMessages(messages);
  const [leaving, setLeaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const out = () => {
    setLeaving(true);
    setError(null);
    leave()
      .catch(setError)
      .finally(() => setLeaving(false));
  };
  return (
    <footer className="foot">
      <Problem error={error} />
      {who}{" "}
      <Button look="plain" onClick={out} busy={leaving}>
        {leaving ? t.leaving : t.leave}
      </Button>
    </footer>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#0f5f5a" />
      <path
        d="M16 24.5c-5-3.4-8.5-6.8-8.5-10.4a4.5 4.5 0 0 1 8.5-2.3 4.5 4.5 0 0 1 8.5 2.3c0 3.6-3.5 7-8.5 10.4Zm-3.2-9.3 2.5 2.4 4.4-4.7"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
