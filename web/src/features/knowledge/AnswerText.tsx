/** An answer as the server made it of the text: its HTML has no tag or address that the server did not write. */
export function AnswerText({ html }: { html: string }) {
  return <div className="knowledge-text" dangerouslySetInnerHTML={{ __html: html }} />;
}
