const paths = {
  heart:
    "M12 20c-4.6-3.1-8-6.2-8-10a4.4 4.4 0 0 1 8-2.5A4.4 4.4 0 0 1 20 10c0 3.8-3.4 6.9-8 10Z M9 11.5l2.2 2.2 4-4.3",
  orders: "M6 8h12l1 12H5L6 8Z M9 8V7a3 3 0 0 1 6 0v1",
  cases: "M5 5h14v11H9l-4 4V5Z M9 9h6 M9 12h4",
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  camera: "M4 8h4l1.5-2h5L16 8h4v11H4V8Z M12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z",
  close: "M6 6l12 12 M18 6 6 18",
  clothes: "M9 4 4 7l2 4 2-1v10h8V10l2 1 2-4-5-3a3 3 0 0 1-6 0Z",
  fresh:
    "M12 8c-4-3-8 0-8 5 0 4 3 8 5.5 8 1 0 1.5-.5 2.5-.5s1.5.5 2.5.5C17 21 20 17 20 13c0-5-4-8-8-5Z M12 8c0-3 1-5 4-5",
  food: "M5 9h12v5a6 6 0 0 1-12 0V9Z M17 10h2a2 2 0 0 1 0 5h-2 M8 3v3 M11 3v3 M14 3v3",
  device: "M8 3h8v18H8V3Z M11 18h2",
  appliance: "M6 3h12v18H6V3Z M6 9h12 M9 6h1 M12 12a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z",
  beauty: "M9 10h6v11H9V10Z M10.5 10V6L13 3v7",
  voucher: "M4 7h16v3a2 2 0 0 0 0 4v3H4v-3a2 2 0 0 0 0-4V7Z M14 7v10",
  book: "M5 4h6a2 2 0 0 1 2 2v14a2 2 0 0 0-2-1H5V4Z M19 4h-4a2 2 0 0 0-2 2v14a2 2 0 0 1 2-1h4V4Z",
  box: "M4 8l8-4 8 4v9l-8 4-8-4V8Z M4 8l8 4 8-4 M12 12v9",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z M3 12h18 M12 3c3 3 3 15 0 18 M12 3c-3 3-3 15 0 18",
} as const;

export type IconName = keyof typeof paths;

/** A drawing that only repeats what the words beside it say. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
      <path d={paths[name]} strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

const BY_CATEGORY: Record<string, IconName> = {
  APPAREL: "clothes",
  UNDERWEAR: "clothes",
  CUSTOM: "clothes",
  FRESH: "fresh",
  FOOD: "food",
  MEDICINE: "food",
  COSMETICS: "beauty",
  JEWELRY: "beauty",
  PHONE: "device",
  ELECTRONICS: "device",
  APPLIANCE: "appliance",
  VOUCHER: "voucher",
  VIRTUAL_CARD: "voucher",
  DIGITAL_CONTENT: "voucher",
  MEDIA: "book",
  NEWSPAPER: "book",
};

export function iconOfCategory(category: string): IconName {
  return BY_CATEGORY[category] ?? "box";
}
