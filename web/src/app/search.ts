/** One text in the address; a number there is a text too. */
export function readText<K extends string>(name: K) {
  return (search: Record<string, unknown>): Partial<Record<K, string>> => {
    const value = search[name];
    return (typeof value === "string" && value !== "") || typeof value === "number"
      ? ({ [name]: String(value) } as Partial<Record<K, string>>)
      : {};
  };
}
