import path from "node:path";

/** The page's own address. A scheme of ours instead of file://, which could read every file on the disk. */
export const pageScheme = "app";
export const pageOrigin = `${pageScheme}://jingfei`;
export const pageAddress = `${pageOrigin}/index.html`;

/** The file an address stands for; undefined when it leaves the page's folder or is another origin. */
export function fileFor(address: string, folder: string): string | undefined {
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== pageOrigin) return undefined;
  const file = path.resolve(folder, `.${decodeURIComponent(url.pathname)}`);
  const inside = path.relative(folder, file);
  return inside === "" || inside.startsWith("..") || path.isAbsolute(inside) ? undefined : file;
}

/** Data and blob addresses are the page's own; developer tools have theirs. */
export function isLocal(address: string): boolean {
  return (
    address.startsWith(`${pageOrigin}/`) ||
    address.startsWith("data:") ||
    address.startsWith(`blob:${pageOrigin}/`) ||
    address.startsWith("devtools:")
  );
}
