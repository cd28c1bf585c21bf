import { SearchOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Select } from "antd";
import { useEffect, useId, useState, type RefObject } from "react";
import { useSession } from "../../api/session";
import { useMessages } from "../../i18n";
import { filterCount, queueQuery, type QueueFilter } from "./filter";
import { messages } from "./messages";
import { RuleFilter } from "./RuleFilter";

const TIERS = ["L1", "L2", "L3", "L4", "L5"];
const TYPING_PAUSE = 300;

export function QueueFilters({
  filter,
  onChange,
  searchRef,
}: {
  filter: QueueFilter;
  onChange: (next: QueueFilter) => void;
  searchRef: RefObject<HTMLInputElement | null>;
}) {
  const t = useMessages(messages);
  const { shops, teams } = useSession();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const put = (change: Partial<QueueFilter>) => onChange(without({ ...filter, ...change }));
  const count = filterCount({ ...filter, q: undefined });

  return (
    <div className="queue-filters">
      <SearchField value={filter.q ?? ""} onChange={(q) => put({ q })} fieldRef={searchRef} />
      <Button
        className="filters-button"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {t.filters}
        {count > 0 && ` · ${count}`}
      </Button>
      <div id={panel} className={open ? "more-filters open" : "more-filters"}>
        {shops.length > 1 && (
          <Select
            aria-label={t.shop}
            value={filter.shop ?? ""}
            onChange={(shop) => put({ shop })}
            popupMatchSelectWidth={false}
            options={[
              { value: "", label: t.everyShop },
              ...shops.map((shop) => ({ value: shop.id, label: shop.name })),
            ]}
          />
        )}
        <RuleFilter value={filter.rule} onChange={(rule) => put({ rule })} />
        <Select
          aria-label={t.tier}
          value={filter.tier ?? ""}
          onChange={(tier) => put({ tier })}
          popupMatchSelectWidth={false}
          options={[
            { value: "", label: t.everyTier },
            ...TIERS.map((tier) => ({ value: tier, label: tier })),
          ]}
        />
        {teams.length > 0 && (
          <Select
            aria-label={t.team}
            value={filter.team ?? ""}
            onChange={(team) => put({ team })}
            popupMatchSelectWidth={false}
            options={[
              { value: "", label: t.everyTeam },
              ...teams.map((team) => ({ value: team, label: team })),
            ]}
          />
        )}
        <Checkbox
          checked={filter.mine === true}
          onChange={(event) => put({ mine: event.target.checked || undefined })}
        >
          {t.mine}
        </Checkbox>
        <div className="grow" />
        <Select
          aria-label={t.sort}
          variant="borderless"
          value={queueQuery(filter, "").sort}
          disabled={filter.state === "all"}
          onChange={(sort) => put({ sort: sort === "newest" ? "newest" : undefined })}
          popupMatchSelectWidth={false}
          options={[
            { value: "deadline", label: t.byDeadline },
            { value: "newest", label: t.byNewest },
          ]}
        />
      </div>
    </div>
  );
}

function SearchField({
  value,
  onChange,
  fieldRef,
}: {
  value: string;
  onChange: (text: string) => void;
  fieldRef: RefObject<HTMLInputElement | null>;
}) {
  const t = useMessages(messages);
  const [text, setText] = useState(value);
  const [heard, setHeard] = useState(value);
  if (value !== heard) {
    setHeard(value);
    setText(value);
  }
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), TYPING_PAUSE);
    return () => clearTimeout(timer);
    // Only what is typed starts the pause; the filter around it may change freely.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return (
    <Input
      ref={(input) => {
        fieldRef.current = input?.input ?? null;
      }}
      type="search"
      allowClear
      prefix={<SearchOutlined aria-hidden="true" />}
      aria-label={t.searchLabel}
      placeholder={t.search}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape" || event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Enter") onChange(text.trim());
      }}
      className="queue-search"
    />
  );
}

function without(filter: QueueFilter): QueueFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== "" && value !== false),
  );
}
