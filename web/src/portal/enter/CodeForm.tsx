import { useRef, useState } from "react";
import { ProblemError } from "../../api/problems";
import type { CustomerSession } from "../contract";
import { useMessages } from "../../i18n";
import { go, safeReturn } from "../address";
import { Button } from "../parts/Button";
import { Field } from "../parts/Field";
import { Problem } from "../parts/Problem";
import { server } from "../server";
import { comeIn } from "../session";
import { useNow } from "../useNow";
import { askForCode } from "./AskCodeForm";
import type { AskedCode } from "./CodeEntry";
import { messages } from "./messages";

const LENGTH = 6;
const RESEND_AFTER_MS = 60_000;

interface CodeFormProps {
  asked: AskedCode;
  onAskedAgain: (asked: AskedCode) => void;
  onChange: () => void;
  onIn: () => void;
  back: string | null;
}

/** The one-time code: typed, pasted or filled in by the phone; six digits are sent without another tap. */
export function CodeForm({ asked, onAskedAgain, onChange, onIn, back }: CodeFormProps) {
  const t = useMessages(messages);
  const now = useNow(1_000);
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState<"enter" | "resend" | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [incomplete, setIncomplete] = useState(false);
  const [openAgainAt, setOpenAgainAt] = useState(0);

  const resendIn = secondsUntil(asked.askedAt + RESEND_AFTER_MS, now);
  const blockedFor = secondsUntil(openAgainAt, now);

  const failed = (problem: unknown) => {
    setError(problem);
    if (problem instanceof ProblemError && problem.retryAfterSeconds !== null) {
      setOpenAgainAt(Date.now() + problem.retryAfterSeconds * 1000);
    }
  };

  const enter = (digits: string) => {
    if (busy !== null || blockedFor > 0) return;
    setIncomplete(digits.length < LENGTH);
    if (digits.length < LENGTH) return;
    setBusy("enter");
    setError(null);
    server
      .post<CustomerSession>("/api/v1/portal/session", {
        shop: asked.shop,
        codeId: asked.codeId,
        code: digits,
      })
      .then(
        (session) => {
          onIn();
          comeIn(session);
          go(safeReturn(back) ?? "/orders", "replace");
        },
        (problem: unknown) => {
          failed(problem);
          // A wrong code is typed anew; after a lost connection the same one is still right.
          if (problem instanceof ProblemError && problem.status >= 400 && problem.status < 500) setCode("");
          field.current?.focus();
        },
      )
      .finally(() => setBusy(null));
  };

  const resend = () => {
    setBusy("resend");
    setError(null);
    setCode("");
    askForCode(asked.shop, asked.orderNumber, asked.contact)
      .then(onAskedAgain, failed)
      .finally(() => setBusy(null));
  };

  return (
    <form
      className="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        enter(code);
      }}
    >
      <p>{t.sent(asked.sentTo ?? t.onTheOrder, asked.minutes)}</p>
      <Field label={t.code} wrong={incomplete ? t.needCode : null}>
        {(props) => (
          <input
            {...props}
            ref={field}
            className="input code"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => {
              const digits = digitsOf(event.target.value);
              setCode(digits);
              setIncomplete(false);
              if (digits.length === LENGTH) enter(digits);
            }}
          />
        )}
      </Field>
      <Problem error={error} />
      <Button
        type="submit"
        full
        busy={busy === "enter"}
        because={blockedFor > 0 ? t.waitFor(blockedFor) : null}
      >
        {t.enter}
      </Button>
      <Button
        look="quiet"
        full
        onClick={resend}
        busy={busy === "resend"}
        because={resendIn > 0 ? t.resendIn(resendIn) : null}
      >
        {t.resend}
      </Button>
      <p className="small soft">{t.notArrived}</p>
      <Button look="plain" onClick={onChange}>
        {t.change}
      </Button>
    </form>
  );
}

/** A pasted "验证码 482 913，5 分钟内有效" is understood too: the first six digits, full-width ones included. */
export function digitsOf(text: string): string {
  const plain = text.normalize("NFKC");
  const whole = /(?<!\d)\d(?:[\s-]?\d){5}(?!\d)/.exec(plain)?.[0] ?? plain;
  return whole.replace(/\D/g, "").slice(0, LENGTH);
}

function secondsUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1000));
}
