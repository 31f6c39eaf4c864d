/** An element of a small XML document. Names are without their prefix. */
export type XmlElement = Readonly<{
  name: string;
  children: readonly XmlElement[];
  /** Its own text, trimmed, without that of its children. */
  text: string;
}>;

/** The first element along a path of names, for example `Header/EIid`. */
export function elementAt(from: XmlElement | undefined, path: string): XmlElement | undefined {
  return path
    .split("/")
    .reduce<XmlElement | undefined>(
      (element, name) => element?.children.find((child) => child.name === name),
      from,
    );
}

/** The text at a path, that of inner elements included: an OFD invoice wraps each value once more. */
export function textAt(from: XmlElement | undefined, path: string): string {
  const element = elementAt(from, path);
  return element === undefined ? "" : wholeText(element).trim();
}

const wholeText = ({ text, children }: XmlElement): string =>
  children.length === 0 ? text : text + children.map(wholeText).join("");
