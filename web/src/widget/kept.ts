/** What is typed or not yet sent survives a reload; where nothing may be stored it lives as long as the page. */
export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(`anxin-chat:${key}`, JSON.stringify(value));
  } catch {
    // Storage full or forbidden.
  }
}

export function kept<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(`anxin-chat:${key}`);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}
