import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { useMessages } from "../i18n";
import { go, match, useAddress } from "./address";
import { CasesPage } from "./cases/CasesPage";
import { EnterPage } from "./enter/EnterPage";
import { OrdersPage } from "./orders/OrdersPage";
import { Broken } from "./parts/Broken";
import { Empty } from "./parts/Empty";
import { Heading } from "./parts/Heading";
import { Link } from "./parts/Link";
import { messages } from "./parts/messages";
import { Problem } from "./parts/Problem";
import { Waiting } from "./parts/Waiting";
import { askWhoEntered, useEntered } from "./session";
import { Shell } from "./Shell";

// The two larger screens come after the first one is shown, and before anybody can have chosen an order.
const loadApply = () => import("./apply/ApplyPage");
const loadCase = () => import("./cases/CasePage");
const ApplyPage = lazy(() => loadApply().then((loaded) => ({ default: loaded.ApplyPage })));
const CasePage = lazy(() => loadCase().then((loaded) => ({ default: loaded.CasePage })));

const AnswerPage = lazy(() =>
  import("./answer/AnswerPage").then((loaded) => ({ default: loaded.AnswerPage })),
);
const StopPage = lazy(() => import("./answer/StopPage").then((loaded) => ({ default: loaded.StopPage })));

const OutsidePage = lazy(() =>
  import("./outside/OutsidePage").then((loaded) => ({ default: loaded.OutsidePage })),
);

const pagesOfMessages = [
  { at: "/answer", Page: AnswerPage },
  { at: "/unsubscribe", Page: StopPage },
  { at: "/outside-request", Page: OutsidePage },
];

/** Every screen has an address; this is the list of them. */
export function Portal() {
  const address = useAddress();
  if (match("/enter", address)) {
    return (
      <Shell width="narrow">
        <EnterPage />
      </Shell>
    );
  }
  // What a message leads to is for whoever got it: nobody has to enter first.
  const led = pagesOfMessages.find(({ at }) => match(at, address));
  if (led) {
    return (
      <Shell width="narrow">
        <Suspense fallback={<Waiting heights={[40, 160]} />}>
          <led.Page />
        </Suspense>
      </Shell>
    );
  }
  if (match("", address)) return <Redirect to="/orders" />;
  const applying = match("/orders/:no/apply", address);
  if (applying) {
    return (
      <Inside width="">
        <ApplyPage key={applying.no} orderNo={applying.no} />
      </Inside>
    );
  }
  const reading = match("/cases/:id", address);
  if (reading) {
    return (
      <Inside width="wide">
        <CasePage key={reading.id} id={reading.id} />
      </Inside>
    );
  }
  return (
    <Inside width="">
      {match("/orders", address) ? (
        <OrdersPage />
      ) : match("/cases", address) ? (
        <CasesPage />
      ) : (
        <NothingHere />
      )}
    </Inside>
  );
}

/** Screens for those who have entered; everybody else is asked in first and brought back. */
function Inside({ width, children }: { width: "" | "wide"; children: ReactNode }) {
  const entered = useEntered();
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const address = useAddress();
  const waiting = <Waiting heights={[40, 220, 220]} />;
  useEffect(() => {
    if (typeof entered === "object") return;
    askWhoEntered().then(() => setError(null), setError);
  }, [entered, round]);
  useEffect(() => {
    if (typeof entered !== "object") return;
    // A lost connection is no trouble here: the screen itself asks again when it is opened.
    void Promise.allSettled([loadApply(), loadCase()]);
  }, [entered]);
  return (
    <Shell width={width}>
      {typeof entered === "object" ? (
        <Broken key={address}>
          <Suspense fallback={waiting}>{children}</Suspense>
        </Broken>
      ) : error === null ? (
        waiting
      ) : (
        <Problem error={error} onAgain={() => setRound(round + 1)} />
      )}
    </Shell>
  );
}

function Redirect({ to }: { to: string }) {
  useEffect(() => go(to, "replace"), [to]);
  return null;
}

function NothingHere() {
  const t = useMessages(messages);
  return (
    <>
      <Heading>{t.nothingHere}</Heading>
      <Empty icon="box" title={t.nothingHere}>
        <Link to="/orders" className="button">
          {t.toOrders}
        </Link>
      </Empty>
    </>
  );
}
