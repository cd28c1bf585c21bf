import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { api } from "../../api/client";
import { useShopName } from "../../api/session";
import type { Page, PersonView, StoreView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { messages } from "./messages";

type PersonStore = PersonView["stores"][number];

interface Props {
  /** Null: all of one's shops. */
  shops: string[] | null;
  stores: PersonStore[];
  onChange: (stores: PersonStore[]) => void;
}

/** Where somebody works, found by number, name or city; not there while the shops have no stores. */
export function StoreField({ shops, stores, onChange }: Props) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const shopName = useShopName();
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ["stores", shops, q],
    queryFn: ({ signal }) =>
      api.get<Page<StoreView>>("/api/v1/stores", { query: { shop: shops?.join(","), q }, signal }),
    enabled: shops === null || shops.length > 0,
    placeholderData: keepPreviousData,
  });
  const items = found.data?.items ?? [];
  if (typed === "" && items.length === 0 && stores.length === 0) return null;

  const option = ({ shop, id, name }: PersonStore) => ({
    value: `${shop}/${id}`,
    label: `${name} · ${shopName(shop)}`,
    store: { shop, id, name },
  });
  const known = [
    ...stores,
    ...items.map((item) => ({ shop: item.shop, id: item.id, name: item.name[spoken] })),
  ].map(option);
  return (
    <Field label={t.stores} hint={t.storesHint}>
      {(ids) => (
        <Select
          {...ids}
          mode="multiple"
          placeholder={t.allStores}
          value={stores.map((store) => option(store))}
          labelInValue
          showSearch={{ filterOption: false, onSearch: setTyped }}
          notFoundContent={found.isFetching ? t.searching : t.noStore}
          options={known.filter((one, at) => known.findIndex((other) => other.value === one.value) === at)}
          onChange={(chosen) =>
            onChange(chosen.flatMap(({ value }) => known.find((one) => one.value === value)?.store ?? []))
          }
        />
      )}
    </Field>
  );
}
