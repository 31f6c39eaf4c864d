/** What a person typed becomes a name and nothing else: no folders, nothing that Windows refuses. */
export function safeFileName(name: string): string {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, " ").replace(/^[.\s]+|[.\s]+$/g, "");
  return plain === "" ? "未命名" : plain;
}
