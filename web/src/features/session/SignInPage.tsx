import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button, Input } from "antd";
import { useId, useState } from "react";
import { api } from "../../api/client";
import { sessionQuery } from "../../api/session";
import type { SessionView, SignInOptions } from "../../api/views";
import { useMessages } from "../../i18n";
import { LanguageSwitch } from "../../ui/LanguageSwitch";
import { ProblemNote } from "../../ui/ProblemNote";
import { inThisHouse } from "./inThisHouse";
import { messages } from "./messages";
import "./SignInPage.css";

export function SignInPage() {
  const t = useMessages(messages);
  const { to, oidc } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const nameField = useId();
  const passwordField = useId();
  const options = useQuery({
    queryKey: ["sign-in-options"],
    queryFn: ({ signal }) => api.get<SignInOptions>("/api/v1/sign-in-options", { signal }),
  });
  const signIn = useMutation({
    mutationFn: (who: { name: string; password: string }) => api.post<SessionView>("/api/v1/session", who),
    onSuccess: async (session) => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, session);
      await navigate({ href: inThisHouse(to) ?? "/", replace: true });
    },
  });

  return (
    <div className="sign-in">
      <div className="sign-in-top">
        <LanguageSwitch />
      </div>
      <main>
        <div className="sign-in-brand">
          <img src="/icon.svg" alt="" width="44" height="44" />
          <h1>{t.welcome}</h1>
          <p className="muted">{t.claim}</p>
        </div>
        {oidc !== undefined && (
          <Alert
            type={oidc === "refused" ? "error" : "warning"}
            showIcon
            role="alert"
            title={oidc === "refused" ? t.refused : t.unknown}
            description={oidc === "refused" ? t.refusedHint : t.unknownHint}
          />
        )}
        {to !== undefined && !signIn.isError && <p className="small muted">{t.comeBack}</p>}
        <ProblemNote error={signIn.error} />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            signIn.mutate({ name: name.trim(), password });
          }}
        >
          <label htmlFor={nameField}>{t.name}</label>
          <Input
            id={nameField}
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <label htmlFor={passwordField}>{t.password}</label>
          <Input.Password
            id={passwordField}
            size="large"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
            {t.signIn}
          </Button>
        </form>
        {options.data?.oidc.map((provider) => (
          <Button key={provider.id} size="large" block href={provider.url}>
            {t.with(provider.name)}
          </Button>
        ))}
        {options.data !== undefined && options.data.demo.length > 0 && (
          <section aria-label={t.demo} className="sign-in-demo">
            <h2>{t.demo}</h2>
            <p className="small muted">{t.demoHint}</p>
            <div className="row wrap">
              {options.data.demo.map((one) => (
                <Button
                  key={one.name}
                  disabled={signIn.isPending}
                  onClick={() => signIn.mutate({ name: one.name, password: one.password })}
                >
                  <strong>{one.name}</strong> <span className="muted">{one.role}</span>
                </Button>
              ))}
            </div>
          </section>
        )}
      </main>
    </div>
  );
}
