import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useSession, useShop } from "../../api/session";
import type { ChannelsView, ChannelView } from "../../api/views";
import { channelNames } from "../../api/words";
import { useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { CopyButton } from "../../ui/CopyButton";
import { Facts, Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { ShopSelect } from "../../ui/ShopSelect";
import { ChannelForm } from "./ChannelForm";
import { fieldNames, kindNames, messages } from "./messages";
import { SendTest } from "./SendTest";
import { TalkChannels } from "./TalkChannels";

const CHANNELS = ["EMAIL", "SMS", "WEB_PUSH", "APP_PUSH"] as const;

export function ChannelsPage() {
  const t = useMessages(messages);
  const { permissions } = useSession();
  const mayTalk = permissions.includes("CONVERSATION_READ");
  const [shop, setShop] = useShop();
  const found = useQuery({
    queryKey: ["channels", shop],
    queryFn: ({ signal }) => api.get<ChannelsView>(`/api/v1/shops/${shop}/message-channels`, { signal }),
    enabled: shop !== "",
  });
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <ShopSelect shop={shop} onChange={setShop} />
        <p className="muted">{t.hint}</p>
      </div>
      <ProblemNote error={found.error} retry={() => void found.refetch()} />
      {found.data === undefined ? (
        <SkeletonRows rows={8} />
      ) : (
        <div className="stack">
          {CHANNELS.map((channel) => (
            <Channel key={`${shop} ${channel}`} shop={shop} channel={channel} of={found.data} />
          ))}
          {mayTalk && <TalkChannels key={shop} shop={shop} />}
        </div>
      )}
    </>
  );
}

function Channel({ shop, channel, of }: { shop: string; channel: string; of: ChannelsView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const connected = of.connected.find((one) => one.channel === channel);
  const kinds = of.kinds.filter((one) => one.channel === channel);
  const works = of.reaches.some((one) => one === channel);
  const path = `/api/v1/shops/${shop}/message-channels/${channel}`;
  const again = () => queries.invalidateQueries({ queryKey: ["channels", shop] });
  const remove = useMutation({ mutationFn: () => api.delete(path), onSettled: again });
  return (
    <Panel
      title={channelNames[channel]?.[spoken] ?? channel}
      extra={<Badge tone={works ? "good" : "quiet"}>{works ? t.on : t.off}</Badge>}
    >
      <div className="stack">
        {channel === "EMAIL" && <p className="muted small">{t.mailHint}</p>}
        {connected !== undefined && <Settings of={connected} />}
        {connected === undefined && works && channel !== "EMAIL" && <p className="muted small">{t.house}</p>}
        <div className="row wrap">
          {kinds.length > 0 && (
            <Button onClick={() => setOpen(true)}>{connected === undefined ? t.connect : t.change}</Button>
          )}
          {connected !== undefined && (
            <Popconfirm
              title={t.removeTitle}
              description={t.removeHint}
              okText={t.remove}
              cancelText={t.cancel}
              onConfirm={() => remove.mutate()}
            >
              <Button danger loading={remove.isPending}>
                {t.remove}
              </Button>
            </Popconfirm>
          )}
        </div>
        {works && channel !== "WEB_PUSH" && <SendTest path={path} channel={channel} />}
        <ProblemNote error={remove.error} />
      </div>
      {open && (
        <ChannelForm
          path={path}
          kinds={kinds}
          connected={connected}
          onClose={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            void again();
          }}
        />
      )}
    </Panel>
  );
}

function Settings({ of }: { of: ChannelView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const name = (field: string) => fieldNames[field]?.[spoken] ?? field;
  return (
    <>
      <Facts
        of={[
          [t.carrier, kindNames[of.kind]?.[spoken] ?? of.kind],
          ...Object.entries(of.settings).map(
            ([field, value]) => [name(field), <span className="mono cut">{value}</span>] as const,
          ),
          ...of.secrets.map((field) => [name(field), "••••••••"] as const),
        ]}
      />
      {of.receiptPath !== null && (
        <div className="stack tight">
          <span className="small muted">{t.receipts}</span>
          <span className="row">
            <code className="mono cut">{of.receiptPath}</code>
            <CopyButton text={location.origin + of.receiptPath} />
          </span>
          <span className="small muted">{t.receiptsHint}</span>
        </div>
      )}
    </>
  );
}
