import { Select } from "antd";
import { useSession } from "../api/session";
import { useMessages, type Messages } from "../i18n";

const messages = { shop: { zh: "店铺", en: "Shop" } } satisfies Messages;

/** Which of one's shops a page is about. */
export function ShopSelect({ shop, onChange }: { shop: string; onChange: (shop: string) => void }) {
  const t = useMessages(messages);
  const { shops } = useSession();
  return (
    <Select
      aria-label={t.shop}
      value={shop}
      onChange={onChange}
      popupMatchSelectWidth={false}
      options={shops.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
