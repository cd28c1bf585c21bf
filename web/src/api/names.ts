import { useLanguage } from "../i18n";

interface Named {
  id: string;
  nameZh: string;
  nameEn: string;
}

/** Names of teams, queues or roles by their id, in the reader's language; the id where it is not known. */
export function useNamesOf(list: readonly Named[] | undefined): (id: string) => string {
  const spoken = useLanguage();
  return (id) => {
    const found = list?.find((one) => one.id === id);
    if (found === undefined) return id;
    return spoken === "zh" ? found.nameZh : found.nameEn;
  };
}
