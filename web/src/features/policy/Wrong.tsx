/** What the server says of a place in the document. */
export function Wrong({ of }: { of: readonly { pointer: string; expected: string }[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="policy-wrong" role="alert">
      {of.map((one) => (
        <li key={one.pointer + one.expected}>{one.expected}</li>
      ))}
    </ul>
  );
}
