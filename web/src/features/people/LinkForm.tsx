import { useMutation, useQuery } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { PersonView, SignInOptions, SignInWay } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

/** What the provider of sign-ins is called; null where none is set up. */
export function useProvider(): string | null {
  const options = useQuery({
    queryKey: ["sign-in-options"],
    queryFn: ({ signal }) => api.get<SignInOptions>("/api/v1/sign-in-options", { signal }),
  });
  return options.data?.oidc[0]?.name ?? null;
}

interface Props {
  person: PersonView;
  provider: string;
  onClose: () => void;
  onSaved: () => void;
  onSettled: () => unknown;
}

/** Ties somebody who has a password here to the provider. */
export function LinkForm({ person, provider, onClose, onSaved, onSettled }: Props) {
  const t = useMessages(messages);
  const [subject, setSubject] = useState("");
  const save = useMutation({
    mutationFn: () =>
      api.put<SignInWay>(
        `/api/v1/people/${person.id}/provider`,
        { subject: subject.trim() },
        { ifMatch: person.version },
      ),
    onSuccess: onSaved,
    onSettled,
  });
  const missing = subject.trim() === "" ? t.needSubject : null;
  return (
    <Modal
      open
      title={t.linkTitle(person.name)}
      okText={t.link}
      cancelText={t.cancel}
      okButtonProps={{ disabled: missing !== null, title: missing ?? undefined }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t.linkHint(provider)}</p>
        <Field label={t.subject} hint={t.subjectHint}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              maxLength={255}
              autoCapitalize="none"
              value={subject}
              onChange={(e) => setSubject(e.target.value)}
            />
          )}
        </Field>
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
