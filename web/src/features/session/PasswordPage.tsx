import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { sessionQuery, useSession } from "../../api/session";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { LanguageSwitch } from "../../ui/LanguageSwitch";
import { ProblemNote } from "../../ui/ProblemNote";
import { inThisHouse } from "./inThisHouse";
import { messages } from "./messages";
import "./SignInPage.css";

/** A new password; the first thing to do where somebody else has set the present one. */
export function PasswordPage() {
  const t = useMessages(messages);
  const session = useSession();
  const { to } = useSearch({ from: "/house/password" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const change = useMutation({
    mutationFn: () => api.put("/api/v1/session/password", { current, next }),
    onSuccess: async () => {
      queries.setQueryData(sessionQuery.queryKey, { ...session, mustChangePassword: false });
      void toast.success(t.passwordChanged);
      await navigate({ href: inThisHouse(to) ?? "/", replace: true });
    },
  });
  const differs = again !== "" && again !== next;
  const ready = current !== "" && next !== "" && again === next;
  return (
    <div className="sign-in">
      <div className="sign-in-top">
        <LanguageSwitch />
      </div>
      <main>
        <div className="sign-in-brand">
          <img src="/icon.svg" alt="" width="44" height="44" />
          <h1>{t.newPasswordTitle}</h1>
          <p className="muted">{session.mustChangePassword ? t.firstPassword(session.name) : session.name}</p>
        </div>
        <ProblemNote error={change.error} />
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready && !change.isPending) change.mutate();
          }}
        >
          <Field label={t.currentPassword}>
            {(ids) => (
              <Input.Password
                {...ids}
                size="large"
                autoComplete="current-password"
                value={current}
                onChange={(event) => setCurrent(event.target.value)}
              />
            )}
          </Field>
          <Field label={t.newPassword} hint={t.passwordHint}>
            {(ids) => (
              <Input.Password
                {...ids}
                size="large"
                autoComplete="new-password"
                value={next}
                onChange={(event) => setNext(event.target.value)}
              />
            )}
          </Field>
          <Field label={t.passwordAgain} {...(differs ? { hint: t.passwordDiffers } : {})}>
            {(ids) => (
              <Input.Password
                {...ids}
                size="large"
                autoComplete="new-password"
                status={differs ? "error" : ""}
                value={again}
                onChange={(event) => setAgain(event.target.value)}
              />
            )}
          </Field>
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            block
            disabled={!ready}
            loading={change.isPending}
          >
            {t.changePassword}
          </Button>
          {!session.mustChangePassword && (
            <Button size="large" block onClick={() => void navigate({ href: inThisHouse(to) ?? "/" })}>
              {t.back}
            </Button>
          )}
        </form>
      </main>
    </div>
  );
}
